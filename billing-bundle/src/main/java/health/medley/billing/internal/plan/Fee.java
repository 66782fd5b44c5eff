package health.medley.billing.internal.plan;

import health.medley.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * One row of a fee table.
 *
 * @param line line of the table it is written on
 * @param code the code
 * @param from first day
 * @param to last day
 * @param work work RVU
 * @param nonFacilityExpense practice expense RVU outside a facility
 * @param facilityExpense practice expense RVU in a facility
 * @param malpractice malpractice RVU
 * @param factor conversion factor
 * @param nonFacility national amount outside a facility
 * @param facility national amount in a facility
 */
record Fee(
        int line,
        String code,
        LocalDate from,
        LocalDate to,
        BigDecimal work,
        BigDecimal nonFacilityExpense,
        BigDecimal facilityExpense,
        BigDecimal malpractice,
        BigDecimal factor,
        Money nonFacility,
        Money facility) {

    boolean validOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    Money national(boolean inFacility) {
        return inFacility ? facility : nonFacility;
    }

    Money adjusted(boolean inFacility, Locality locality) {
        BigDecimal units = work.multiply(locality.work())
                .add((inFacility ? facilityExpense : nonFacilityExpense).multiply(locality.expense()))
                .add(malpractice.multiply(locality.malpractice()));
        return new Money(units.multiply(factor).setScale(2, RoundingMode.HALF_UP));
    }

    /**
     * Geographic adjustment of one locality.
     *
     * @param year year it is for
     * @param work of work
     * @param expense of practice expense
     * @param malpractice of malpractice
     */
    record Locality(int year, BigDecimal work, BigDecimal expense, BigDecimal malpractice) {}
}

package health.medley.billing.internal.facts;

import health.medley.core.ServiceMonth;
import health.medley.core.time.TimeStay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The date on the claim: the day stated if it is in the month, else the last day of the month or of life; where that
 * day is not covered, the day the time was reached.
 *
 * @param day the day
 * @param moved whether it is the day the time was reached because no later day would do
 */
record ServiceDay(LocalDate day, boolean moved) {

    static ServiceDay of(
            ServiceMonth month,
            Optional<LocalDate> stated,
            Optional<LocalDate> reached,
            Optional<LocalDate> death,
            Optional<LocalDate> coverEnd,
            List<TimeStay> stays) {
        if (stated.isPresent() && month.contains(stated.get())) {
            return new ServiceDay(stated.get(), false);
        }
        LocalDate last = death.filter(day -> day.isBefore(month.lastDay()) && !day.isBefore(month.firstDay()))
                .orElse(month.lastDay());
        boolean uncovered = coverEnd.filter(end -> end.isBefore(last)).isPresent()
                || inStay(stays, last).isPresent();
        if (reached.isPresent() && (uncovered || stated.isPresent())) {
            boolean helps = coverEnd.filter(end -> end.isBefore(reached.get())).isEmpty()
                    && inStay(stays, reached.get()).isEmpty();
            return new ServiceDay(reached.get(), helps);
        }
        return new ServiceDay(last, false);
    }

    /** The Part A skilled nursing stay a day lies in. */
    static Optional<TimeStay> inStay(List<TimeStay> stays, LocalDate day) {
        return stays.stream()
                .filter(stay -> stay.kind().equals("snf_part_a"))
                .filter(stay -> !day.isBefore(stay.from()) && !day.isAfter(stay.to()))
                .findFirst();
    }
}

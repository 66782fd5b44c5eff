package health.medley.core.careplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one approved edition of a plan. Its content is that of the version of the plan in which it was approved.
 *
 * @param number 1 for the first
 * @param from first day in force
 * @param until last day in force; empty while it is, before {@code from} if another came the same day
 * @param approvedBy the account that approved it
 * @param npi NPI of the practitioner; empty if not stated
 * @param approvedAt when the approval was recorded
 * @param backdated whether the approval was recorded on a later day than it states
 * @param copies copies given
 */
public record PlanEdition(
        int number,
        LocalDate from,
        Optional<LocalDate> until,
        String approvedBy,
        Optional<String> npi,
        Instant approvedAt,
        boolean backdated,
        List<PlanCopy> copies) {
    /** Copy the list. */
    public PlanEdition {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(approvedBy, "approvedBy");
        Objects.requireNonNull(npi, "npi");
        Objects.requireNonNull(approvedAt, "approvedAt");
        copies = List.copyOf(copies);
    }

    /** Whether it is in force on a day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
}

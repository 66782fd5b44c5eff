package health.medley.careplan.internal;

import health.medley.core.PatientRef;
import health.medley.core.careplan.PlanAction;
import health.medley.core.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What billing asks of a plan, apart from its content, so that closing a month reads little. Committed together with
 * the plan, always: the two have the same id and the same version.
 *
 * @param editions the approved editions, oldest first
 * @param actions what was done, and when
 */
record PlanStanding(
        String id,
        long version,
        PatientRef patient,
        String program,
        List<Edition> editions,
        List<DatedAction> actions,
        Optional<LocalDate> nextReview)
        implements Recorded {

    /** When an edition is in force, and when copies of it were given. */
    record Edition(int number, LocalDate from, Optional<LocalDate> until, boolean backdated, List<LocalDate> copies) {

        boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
        }
    }

    /** What was done on a day. */
    record DatedAction(PlanAction action, LocalDate day) {}

    /** The edition in force on a day: of two that begin on one day, the later. */
    Optional<Edition> inForceOn(LocalDate day) {
        return editions.stream().filter(edition -> edition.inForceOn(day)).reduce((one, later) -> later);
    }
}

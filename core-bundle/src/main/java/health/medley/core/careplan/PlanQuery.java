package health.medley.core.careplan;

import health.medley.core.Page;
import health.medley.core.PatientRef;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Say which plans to list.
 *
 * @param patient whose; empty for everybody's
 * @param reviewDueBy only plans in force whose next review is on this day or before it; empty for all
 * @param page which page
 */
public record PlanQuery(Optional<PatientRef> patient, Optional<LocalDate> reviewDueBy, Page page) {
    /** Check that no part is null. */
    public PlanQuery {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(reviewDueBy, "reviewDueBy");
        Objects.requireNonNull(page, "page");
    }

    /** All plans of a patient, closed ones too. */
    public static PlanQuery of(PatientRef patient) {
        return new PlanQuery(Optional.of(patient), Optional.empty(), Page.FIRST);
    }

    /** Plans whose review is due on a day. */
    public static PlanQuery dueBy(LocalDate day, Page page) {
        return new PlanQuery(Optional.empty(), Optional.of(day), page);
    }
}

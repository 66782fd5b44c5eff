package health.medley.core.prescription;

import health.medley.core.Page;
import health.medley.core.PatientRef;
import java.util.Objects;
import java.util.Optional;

/**
 * Say which prescriptions to list.
 *
 * @param patient whose; empty for everybody's
 * @param status only those that stand so; empty for all
 * @param page which page
 */
public record PrescriptionQuery(Optional<PatientRef> patient, Optional<PrescriptionStatus> status, Page page) {
    /** Check that no part is null. */
    public PrescriptionQuery {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(page, "page");
    }

    /** All of a patient's. */
    public static PrescriptionQuery of(PatientRef patient) {
        return new PrescriptionQuery(Optional.of(patient), Optional.empty(), Page.FIRST);
    }
}

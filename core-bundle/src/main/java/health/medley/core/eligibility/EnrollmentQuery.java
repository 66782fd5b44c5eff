package health.medley.core.eligibility;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Say which enrollments to read, in the order of their ids, which is the order of their patients.
 *
 * @param month only those a month is one of ({@link EnrolledProgram#covers}); empty for all
 * @param patients whose, at most 1,000; empty for everybody's
 * @param after id of an enrollment, or a patient's reference, after which to begin; empty to begin with the first. After
 *     a reference come the patient's own enrollments; {@link #afterPatient} passes them
 * @param limit how many enrollments to hand over at most; {@link Integer#MAX_VALUE} for all
 */
public record EnrollmentQuery(
        Optional<ServiceMonth> month, Set<PatientRef> patients, Optional<String> after, int limit) {

    // greater than every character of an id
    private static final String BEHIND = "~";

    /** Copy the patients and check the limit. */
    public EnrollmentQuery {
        Objects.requireNonNull(month, "month");
        patients = Set.copyOf(patients);
        Objects.requireNonNull(after, "after");
        if (limit < 1) {
            throw new IllegalArgumentException("Reading " + limit + " enrollments: expected 1 or more");
        }
    }

    /** All enrollments of a month. */
    public static EnrollmentQuery of(ServiceMonth month) {
        return new EnrollmentQuery(Optional.of(month), Set.of(), Optional.empty(), Integer.MAX_VALUE);
    }

    /** Only those of these patients. */
    public EnrollmentQuery of(Set<PatientRef> whose) {
        return new EnrollmentQuery(month, whose, after, limit);
    }

    /** Only those of patients after this one. */
    public EnrollmentQuery afterPatient(PatientRef patient) {
        return new EnrollmentQuery(month, patients, Optional.of(patient.value() + BEHIND), limit);
    }

    /** So many at most. */
    public EnrollmentQuery limit(int most) {
        return new EnrollmentQuery(month, patients, after, most);
    }
}

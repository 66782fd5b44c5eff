package health.medley.core.eligibility;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keep who is enrolled in which program, with whose consent, and all that was ever said about it.
 *
 * <p>What people state about the past is taken with its own date and with the day it was recorded; a day to come is
 * refused. Every change is a new version; {@code version} is the one the caller saw. Safe for concurrent use. Every
 * method throws {@code STORE_UNAVAILABLE} while the store cannot be reached; every changing method throws
 * {@code RECORD_ABSENT} if there is no such enrollment, {@code RECORD_CHANGED} if it has another version,
 * {@code STATE_INVALID} if its state does not allow the change and {@code ARGUMENT_INVALID} for a day to come, a
 * missing reason or an NPI that is not ten digits. Cost of a change: one commit.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface EnrollmentService {

    /**
     * Enroll a patient. A consent that lacks something is taken and said to lack it; a patient whose consent was
     * revoked is enrolled anew, and the former enrollment ends.
     *
     * @param caller who enrolls
     * @param patient whom
     * @param request in what, by whom, with which consent
     * @return the enrollment
     * @throws MedleyException {@code PATIENT_UNKNOWN} if there is no such patient; {@code ENROLLMENT_OVERLAPPING} if
     *     the patient is enrolled in the program already; {@code RULES_ABSENT} if no installed rules know the program
     */
    @Requires(Permission.WRITE_CARE)
    EnrolledProgram enroll(Caller caller, PatientRef patient, EnrollmentRequest request);

    /**
     * Change what an enrollment states: its track from a month on, the initiating visit, the documented risk.
     *
     * @param caller who changes it
     * @param id which enrollment
     * @param version the version the caller saw
     * @param change what it is to state
     * @return the enrollment as it is now
     */
    @Requires(Permission.WRITE_CARE)
    EnrolledProgram amend(Caller caller, String id, long version, EnrollmentChange change);

    /**
     * Add a consent: the first one, a renewed one, or one that takes a revocation back before it is effective.
     *
     * @param caller who records it
     * @param id which enrollment
     * @param version the version the caller saw
     * @param consent what the patient consented to
     * @return the enrollment as it is now
     */
    @Requires(Permission.WRITE_CARE)
    EnrolledProgram renewConsent(Caller caller, String id, long version, ConsentTaken consent);

    /**
     * Record that the patient revoked the consent. It is effective at the end of that day's month.
     *
     * @param caller who records it
     * @param id which enrollment
     * @param version the version the caller saw
     * @param day local day of the revocation
     * @param reason the patient's reason, as far as one is known; may be empty
     * @return the enrollment as it is now
     */
    @Requires(Permission.WRITE_CARE)
    EnrolledProgram revoke(Caller caller, String id, long version, LocalDate day, String reason);

    /**
     * Let another practitioner bill from a month on.
     *
     * @param caller who changes it
     * @param id which enrollment
     * @param version the version the caller saw
     * @param change who, from when, with which consent
     * @return the enrollment as it is now
     */
    @Requires(Permission.WRITE_CARE)
    EnrolledProgram changePractitioner(Caller caller, String id, long version, PractitionerChange change);

    /**
     * End an enrollment: its months after {@code day} are no longer this program's.
     *
     * @param caller who ends it
     * @param id which enrollment
     * @param version the version the caller saw
     * @param day last local day
     * @param reason why, in a few words
     * @return the enrollment as it is now
     */
    @Requires(Permission.WRITE_CARE)
    EnrolledProgram disenroll(Caller caller, String id, long version, LocalDate day, String reason);

    /**
     * List a patient's enrollments, those that ended too, in the order of their ids. Cost: one reading.
     *
     * @param caller who asks
     * @param patient whose
     * @return none if there are none, also where there is no such patient
     */
    @Requires(Permission.READ_CARE)
    List<EnrolledProgram> enrollments(Caller caller, PatientRef patient);

    /**
     * Read every version of an enrollment, oldest first: the history of its consent. Cost: one reading.
     *
     * @param caller who asks
     * @param id which enrollment
     * @return its versions
     * @throws MedleyException {@code RECORD_ABSENT} if there is no such enrollment
     */
    @Requires(Permission.READ_CARE)
    List<EnrolledProgram> history(Caller caller, String id);

    /**
     * Hand enrollments to {@code reader} in the order of their patients and return its result. Cost: reading what the
     * query names; memory for one at a time.
     *
     * @param caller who asks
     * @param query which
     * @param reader takes them; not kept after the call
     * @param <R> an immutable value
     * @return what {@code reader} made of them
     */
    @Requires(Permission.READ_CARE)
    <R> R read(Caller caller, EnrollmentQuery query, EnrollmentReader<R> reader);
}

package health.medley.core.prescription;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Take prescriptions and refills from the draft to the pharmacy's answer.
 *
 * <p>Safe for concurrent use. Every change takes the version the caller saw and throws {@code RECORD_CHANGED} if
 * somebody else changed the prescription since, {@code RECORD_ABSENT} if there is none, {@code STATE_INVALID} where its
 * status does not allow the step (the message names what is possible), {@code ARGUMENT_INVALID} for a day in the future.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface PrescriptionService {

    /**
     * Draft a prescription.
     *
     * @param caller who drafts
     * @param prescription what, for whom
     * @throws MedleyException {@code PATIENT_UNKNOWN}
     */
    @Requires(Permission.WRITE_CARE)
    Prescription prescribe(Caller caller, NewPrescription prescription);

    /**
     * Sign a draft. The medication is on the patient's list from then on.
     *
     * @param caller the practitioner
     * @param id which
     * @param version the version the caller saw
     * @param npi NPI of the practitioner, ten digits
     * @throws MedleyException {@code CONFLICT_OPEN} if the medication is part of a duplicate, interaction or allergy
     *     that nobody settled
     */
    @Requires(Permission.APPROVE_CARE)
    Prescription sign(Caller caller, String id, long version, String npi);

    /**
     * Send a signed prescription or an approved refill to a pharmacy.
     *
     * @param caller who sends
     * @param id which
     * @param version the version the caller saw
     * @param gateway id of the gateway, for example {@code file-drop}
     * @throws MedleyException {@code GATEWAY_FAILED} if the gateway did not take it: it stays as it was, and sending
     *     again is safe; {@code ARGUMENT_INVALID} if there is no such gateway
     */
    @Requires(Permission.WRITE_CARE)
    Prescription send(Caller caller, String id, long version, String gateway);

    /**
     * Note what the pharmacy says: accepted, refused, dispensed; or that the prescription expired.
     *
     * @param caller who notes it
     * @param id which
     * @param version the version the caller saw
     * @param report what and when
     */
    @Requires(Permission.WRITE_CARE)
    Prescription report(Caller caller, String id, long version, PharmacyReport report);

    /**
     * Note that patient or pharmacy ask for more than was allowed.
     *
     * @param caller who notes it
     * @param id which
     * @param version the version the caller saw
     * @param request who asks, when
     */
    @Requires(Permission.WRITE_CARE)
    Prescription requestRefill(Caller caller, String id, long version, RefillRequest request);

    /**
     * Approve or deny the refill asked for.
     *
     * @param caller the practitioner
     * @param id which
     * @param version the version the caller saw
     * @param decision yes with how many, or no with a reason
     */
    @Requires(Permission.APPROVE_CARE)
    Prescription decideRefill(Caller caller, String id, long version, RefillDecision decision);

    /**
     * Cancel a prescription. Where it was sent, the pharmacy is told through the same gateway first.
     *
     * @param caller who cancels
     * @param id which
     * @param version the version the caller saw
     * @param reason why
     * @throws MedleyException {@code GATEWAY_FAILED} if the pharmacy could not be told: it stays as it was
     */
    @Requires(Permission.WRITE_CARE)
    Prescription cancel(Caller caller, String id, long version, String reason);

    /**
     * List prescriptions in the order in which they were drafted.
     *
     * @param caller who asks
     * @param query which
     */
    @Requires(Permission.READ_CARE)
    List<Prescription> prescriptions(Caller caller, PrescriptionQuery query);

    /**
     * Read every version of a prescription, oldest first; the last is the current one.
     *
     * @param caller who asks
     * @param id which
     * @throws MedleyException {@code RECORD_ABSENT}
     */
    @Requires(Permission.READ_CARE)
    List<Prescription> history(Caller caller, String id);
}

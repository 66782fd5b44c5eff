package health.medley.core.referral;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Lead referrals from the request to the closed loop, with a deadline for each step.
 *
 * <p>Requested, sent, accepted or declined, scheduled, completed, report received, reviewed, closed; or cancelled. Days
 * are days of the practice's zone; deadlines are data with their sources. Safe for concurrent use; what a method
 * returned is durable. Every method throws {@code STORE_UNAVAILABLE} while the store cannot be reached.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface ReferralService {

    /**
     * Write a referral; it is not sent yet.
     *
     * @param caller who asks
     * @param patient who is referred
     * @param referral to whom and why
     * @return the requested referral
     * @throws MedleyException {@code ARGUMENT_INVALID} if the day is in the future or the gateway is not there
     */
    @Requires(Permission.WRITE_CARE)
    Referral request(Caller caller, PatientRef patient, NewReferral referral);

    /**
     * Send a requested referral through its gateway; without one, say that it was handed over. Where the gateway fails,
     * nothing has changed and sending again is safe: the receiver has it once.
     *
     * @param caller who asks
     * @param id the referral's id
     * @param version the version the caller saw
     * @return the sent referral
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it is not
     *     requested; {@code PATIENT_UNKNOWN} if the chart has no such patient; {@code GATEWAY_FAILED} if the gateway
     *     did not take it or is not there
     */
    @Requires(Permission.WRITE_CARE)
    Referral send(Caller caller, String id, long version);

    /**
     * Record what was done with a referral.
     *
     * @param caller who asks
     * @param id the referral's id
     * @param version the version the caller saw
     * @param step what was done
     * @return the referral in its new state
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if the action does
     *     not follow from its state, naming those that do; {@code ARGUMENT_INVALID} if the day is before the request
     *     or in the future
     */
    @Requires(Permission.WRITE_CARE)
    Referral advance(Caller caller, String id, long version, ReferralStep step);

    /**
     * Ask the gateway how a referral fares, and record what is new.
     *
     * @param caller who asks
     * @param id the referral's id
     * @param version the version the caller saw
     * @return the referral; as it was where there is nothing new
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it was not sent
     *     through a gateway, or ended; {@code GATEWAY_FAILED}
     */
    @Requires(Permission.WRITE_CARE)
    Referral refresh(Caller caller, String id, long version);

    /**
     * Bring every overdue referral before somebody, once for each deadline that passed.
     *
     * @param caller who asks
     * @param to before whom
     * @return the referrals escalated now; empty if none is overdue that was not escalated before
     * @throws MedleyException {@code ARGUMENT_INVALID} if {@code to} is blank
     */
    @Requires(Permission.WRITE_CARE)
    List<Referral> escalate(Caller caller, String to);

    /**
     * List a patient's referrals, oldest first.
     *
     * @param caller who asks
     * @param patient whose
     */
    @Requires(Permission.READ_CARE)
    List<Referral> referrals(Caller caller, PatientRef patient);

    /**
     * List the referrals of all patients whose loop is open, oldest first, a page at a time.
     *
     * @param caller who asks
     * @param query which of them
     */
    @Requires(Permission.READ_CARE)
    List<Referral> openLoops(Caller caller, LoopQuery query);

    /**
     * Read every version of a referral, oldest first.
     *
     * @param caller who asks
     * @param id the referral's id
     * @throws MedleyException {@code RECORD_ABSENT}
     */
    @Requires(Permission.READ_CARE)
    List<Referral> history(Caller caller, String id);
}

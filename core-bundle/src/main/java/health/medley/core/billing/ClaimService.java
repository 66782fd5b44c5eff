package health.medley.core.billing;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.ServiceMonth;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keep the claims that closing a month drafted: those ready to go, those a person must decide, and what was taken back.
 * A claim is never edited: it is voided and replaced, and its history stays readable.
 *
 * <p>Safe for concurrent use. Claims are drafted by {@link MonthService#close} and here alone.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface ClaimService {

    /**
     * List the claims of a month, voided ones and voids too, in the order of their ids, which is that of their patients.
     *
     * @param caller who asks
     * @param month the service month
     * @param page which page; {@code after} is the id of a claim
     */
    @Requires(Permission.READ_BILLING)
    List<Claim> claims(Caller caller, ServiceMonth month, Page page);

    /**
     * List the claims of one patient's month.
     *
     * @param caller who asks
     * @param patient whose
     * @param month the service month
     */
    @Requires(Permission.READ_BILLING)
    List<Claim> claims(Caller caller, PatientRef patient, ServiceMonth month);

    /**
     * Read every version of a claim, oldest first.
     *
     * @param caller who asks
     * @param id id of the claim
     * @throws health.medley.core.MedleyException {@code RECORD_ABSENT}
     */
    @Requires(Permission.READ_BILLING)
    List<Claim> history(Caller caller, String id);

    /**
     * Decide that a held claim goes.
     *
     * @param caller who decides
     * @param id id of the claim
     * @param version the version the caller saw
     * @param reason why, not blank, without patient data
     * @throws health.medley.core.MedleyException {@code STATE_INVALID} if it is not held; {@code RECORD_ABSENT};
     *     {@code RECORD_CHANGED}; {@code ARGUMENT_INVALID} without a reason; {@code BILLING_LOCKED}
     */
    @Requires(Permission.WRITE_BILLING)
    Claim release(Caller caller, String id, long version, String reason);

    /**
     * Decide that a held claim does not go. It keeps its place, so that no second one is drafted for the same facts.
     *
     * @param caller who decides
     * @param id id of the claim
     * @param version the version the caller saw
     * @param reason why, not blank, without patient data
     * @throws health.medley.core.MedleyException {@code STATE_INVALID} if it is not held; {@code RECORD_ABSENT};
     *     {@code RECORD_CHANGED}; {@code ARGUMENT_INVALID} without a reason
     */
    @Requires(Permission.WRITE_BILLING)
    Claim reject(Caller caller, String id, long version, String reason);

    /**
     * Correct one patient's closed month: decide again from the record as it stands now, keep the new determinations,
     * take back the claims that no longer stand and draft what replaces them, in one commit. A claim that may have gone is
     * voided by another; one that was held or rejected is only marked.
     *
     * @param caller who corrects
     * @param patient whose month
     * @param month the service month
     * @param reason why, not blank, without patient data
     * @throws health.medley.core.MedleyException {@code MONTH_OPEN} if the month is not closed; {@code STATE_INVALID}
     *     if nothing would be another; {@code PATIENT_UNKNOWN}; {@code ARGUMENT_INVALID} without a reason; {@code
     *     BILLING_LOCKED}
     */
    @Requires(Permission.WRITE_BILLING)
    Correction correct(Caller caller, PatientRef patient, ServiceMonth month, String reason);
}

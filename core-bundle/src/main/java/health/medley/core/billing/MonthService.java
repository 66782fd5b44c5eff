package health.medley.core.billing;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.ServiceMonth;
import health.medley.core.practice.MonthStatement;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Take a practice's month from open to closed. An open month is computed when asked and kept nowhere; a closed one is
 * frozen, its claims drafted ({@link ClaimService}), and changes only by void and replacement.
 *
 * <p>The facts come from the record: enrollments, chart, time, care plans and what is stated here. Safe for concurrent
 * use, also by several nodes on one store: whatever is called twice drafts no claim twice. Every method throws {@code
 * STATE_INVALID} where the practice was not set ({@link health.medley.core.practice.PracticeService}).
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface MonthService {

    /**
     * State what happened in a patient's month beside chart and time. About a closed month it is late: it changes
     * nothing by itself and is found by {@link #late}. Cost: one commit.
     *
     * @param caller who states it
     * @param patient whose month
     * @param month the service month
     * @param version the version the caller saw, 0 for the first statement about this month
     * @param statement the whole statement
     * @return what is kept now
     * @throws health.medley.core.MedleyException {@code PATIENT_UNKNOWN}; {@code RECORD_CHANGED} if it has another
     *     version; {@code ARGUMENT_INVALID} if the month lies in the future or a word is not of the vocabulary
     */
    @Requires(Permission.WRITE_CARE)
    PatientStatement state(
            Caller caller, PatientRef patient, ServiceMonth month, long version, MonthStatement statement);

    /**
     * Read what was stated about a patient's month; empty if nothing was.
     *
     * @param caller who asks
     * @param patient whose month
     * @param month the service month
     */
    @Requires(Permission.READ_CARE)
    Optional<PatientStatement> statement(Caller caller, PatientRef patient, ServiceMonth month);

    /**
     * Say what may be billed for a patient's month: computed now from the record, or as it was frozen where the month
     * is closed for this patient. Cost: reading the patient's record, one determination a program.
     *
     * @param caller who asks
     * @param patient whose month
     * @param month the service month
     * @throws health.medley.core.MedleyException {@code PATIENT_UNKNOWN}
     */
    @Requires(Permission.READ_BILLING)
    MonthAnswer compute(Caller caller, PatientRef patient, ServiceMonth month);

    /**
     * Say how far a month is.
     *
     * @param caller who asks
     * @param month the service month
     * @return the journal of the month; phase {@code OPEN} and version 0 if nobody has begun to close it
     */
    @Requires(Permission.READ_BILLING)
    BillingMonth month(Caller caller, ServiceMonth month);

    /**
     * Look for what an auditor would look for, over all patients. Changes nothing. Cost: reading and computing the
     * whole month, a few seconds for 100,000 patients; memory for the time entries of the month.
     *
     * @param caller who asks
     * @param month the service month
     */
    @Requires(Permission.READ_BILLING)
    MonthReview review(Caller caller, ServiceMonth month);

    /**
     * Close the next patients of a month, 500 at most, in one commit: freeze their determinations and draft their
     * claims. Call it again until the answer says finished; after a crash, or from another node, calling goes on where
     * the last commit ended, and a second caller at the same time does no harm. The edge leases one routing for all
     * calls; another routing may go on only where the same rules answer for the month.
     *
     * @param caller who closes, pinned
     * @param month the service month
     * @return how far it is; finished at once for a month that is closed already
     * @throws health.medley.core.MedleyException {@code BILLING_LOCKED} while an old backup waits to be reconciled;
     *     {@code STATE_INVALID} if the month has not ended in the practice's zone, or if other rules than those the
     *     closing began under answer now
     */
    @Requires(Permission.WRITE_BILLING)
    MonthProgress close(Caller caller, ServiceMonth month);

    /**
     * Open a closed month again: it can then be closed again, which leaves what is unchanged as it is and voids and
     * replaces what is not.
     *
     * @param caller who does so
     * @param month the service month
     * @param version the version of {@link BillingMonth} the caller saw
     * @param reason why, not blank, without patient data
     * @throws health.medley.core.MedleyException {@code STATE_INVALID} if it is not closed; {@code RECORD_CHANGED};
     *     {@code ARGUMENT_INVALID} without a reason
     */
    @Requires(Permission.WRITE_BILLING)
    BillingMonth reopen(Caller caller, ServiceMonth month, long version, String reason);

    /**
     * List the frozen determinations of a month, in the order of patient reference, then program.
     *
     * @param caller who asks
     * @param month the service month
     * @param page which page; {@code after} is the id of a determination
     */
    @Requires(Permission.READ_BILLING)
    List<KeptDetermination> determinations(Caller caller, ServiceMonth month, Page page);

    /**
     * Find what facts recorded after the closing would change. Looks at the patients of one page, 500 at most, and
     * decides again for those of whom anything was recorded since.
     *
     * @param caller who asks
     * @param month the service month
     * @param page which page; {@code after} is the {@link LateMonth#next} of the page before
     * @throws health.medley.core.MedleyException {@code MONTH_OPEN} if the month is not closed
     */
    @Requires(Permission.READ_BILLING)
    LateMonth late(Caller caller, ServiceMonth month, Page page);

    /**
     * Decide a frozen determination again from its own facts and the rules it names, with every finding that follows
     * from them.
     *
     * @param caller who asks
     * @param id id of the determination
     * @return what it gives now; equal to the frozen one in status, codes, amount and reason, or the record or the rules
     *     were tampered with
     * @throws health.medley.core.MedleyException {@code RECORD_ABSENT}; {@code RULES_ABSENT} if its rules are not
     *     installed
     */
    @Requires(Permission.READ_BILLING)
    Determination replay(Caller caller, String id);
}

package health.medley.core.careplan;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keep care plans: draft, approve, revise, give copies, note what was done, close.
 *
 * <p>A patient has at most one plan of a program that is not closed. What a practitioner approved is an edition of the
 * plan and in force from its day on; nothing is in force without approval, and an edition stays in force until the next
 * is approved. Safe for concurrent use. Every change takes the version the caller saw and throws {@code
 * RECORD_CHANGED} if somebody else changed the plan since, {@code RECORD_ABSENT} if there is no such plan, {@code
 * STATE_INVALID} where the plan's status does not allow it, and {@code ARGUMENT_INVALID} for a day in the future.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface CarePlanService {

    /**
     * Begin a plan with what a drafter proposes from the patient's chart. Every sentence of the draft names the facts
     * of the chart it rests on; what the drafter does not know is left empty, for people to fill.
     *
     * <p>Cost: the chart, one question to eligibility, one commit.
     *
     * @param caller who drafts
     * @param request whose plan, of which program, by which drafter
     * @throws MedleyException {@code PATIENT_UNKNOWN}; {@code KEY_TAKEN} if the patient has a plan of this program that
     *     is not closed; {@code ARGUMENT_INVALID} if no such drafter is there; {@code DRAFT_UNBOUND} if the drafter
     *     proposes a sentence that no fact of the chart bears out; {@code RULES_ABSENT} if no installed rules know the
     *     program
     */
    @Requires(Permission.WRITE_CARE)
    CarePlan draft(Caller caller, PlanRequest request);

    /**
     * Put new content in place of the draft; where an edition is in force, begin the draft of the next. The edition in
     * force stays in force.
     *
     * @param caller who revises
     * @param id which plan
     * @param version the version the caller saw
     * @param content the whole content
     * @param reason why, without patient data
     */
    @Requires(Permission.WRITE_CARE)
    CarePlan revise(Caller caller, String id, long version, PlanContent content, String reason);

    /**
     * Approve the draft: it is the next edition, in force from the approval's day on. A day in the past is taken and
     * marked.
     *
     * @param caller the practitioner
     * @param id which plan
     * @param version the version the caller saw
     * @param approval the day, and the practitioner's NPI
     * @throws MedleyException {@code CONFLICT_OPEN} if the draft is not complete, or the patient's medications have
     *     conflicts nobody settled; the message lists what
     */
    @Requires(Permission.APPROVE_CARE)
    CarePlan approve(Caller caller, String id, long version, PlanApproval approval);

    /**
     * Note that the patient or a caregiver was given a copy of the edition in force on that day.
     *
     * @param caller who notes it
     * @param id which plan
     * @param version the version the caller saw
     * @param copy to whom, in which form, when
     * @throws MedleyException {@code ARGUMENT_INVALID} if no edition is in force on that day
     */
    @Requires(Permission.WRITE_CARE)
    CarePlan giveCopy(Caller caller, String id, long version, PlanCopy copy);

    /**
     * Note what was done under the plan: that it was implemented or monitored, with readings of its goals.
     *
     * @param caller who notes it
     * @param id which plan
     * @param version the version the caller saw
     * @param note what was done and when
     * @throws MedleyException {@code ARGUMENT_INVALID} if no edition is in force on that day, the note says established
     *     or revised (approvals say that), or a reading names no goal of the plan
     */
    @Requires(Permission.WRITE_CARE)
    CarePlan note(Caller caller, String id, long version, NewPlanNote note);

    /**
     * Close the plan: its edition is in force to the end of the closing's day. A draft that was never approved is
     * given up.
     *
     * @param caller who closes
     * @param id which plan
     * @param version the version the caller saw
     * @param closing the last day in force, at most the end of the current month, and why
     */
    @Requires(Permission.WRITE_CARE)
    CarePlan close(Caller caller, String id, long version, PlanClosing closing);

    /**
     * List plans in the order in which they were begun: a patient's, or those whose review is due.
     *
     * @param caller who asks
     * @param query which
     */
    @Requires(Permission.READ_CARE)
    List<CarePlan> plans(Caller caller, PlanQuery query);

    /**
     * Read every version of a plan, oldest first; the last is the current one.
     *
     * @param caller who asks
     * @param id which plan
     * @throws MedleyException {@code RECORD_ABSENT}
     */
    @Requires(Permission.READ_CARE)
    List<CarePlan> history(Caller caller, String id);

    /**
     * Hand the edition of each plan that is in force on a day to {@code reader}, and return the reader's result. A
     * patient of whom nothing is handed over has no plan in force.
     *
     * <p>Cost: one read of a small record for each plan; the content is not read. Made for whole months, 500 patients
     * at a time.
     *
     * @param caller who asks
     * @param patients whose, at most 1,000
     * @param day the date of service
     * @param reader takes them, in no promised order; not kept after the call
     * @param <R> an immutable value
     */
    @Requires(Permission.READ_CARE)
    <R> R inForce(Caller caller, Set<PatientRef> patients, LocalDate day, PlanReader<R> reader);
}

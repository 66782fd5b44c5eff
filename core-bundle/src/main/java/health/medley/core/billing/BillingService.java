package health.medley.core.billing;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleSet;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decide what may be billed for a patient's month, and say why.
 *
 * <p>Rules propose, the kernel disposes: whatever a rule set says, one patient and month gets each code once, a
 * second counts for one code only, and nothing is billed without consent. Deciding changes nothing and reads no clock. Safe for
 * concurrent use.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface BillingService {

    /**
     * Decide one patient's month in every program the patient is enrolled in, by the rules of that month.
     *
     * <p>Where several programs could bill, the answers together are the best lawful set: no code excludes or refuses
     * another of the set, no second counts for two codes, and no lawful set bills more programs by the family their
     * declared track chooses; then more programs at all; then a higher amount; then the earlier enrollments. A program
     * that lost to another says by which rule, and every alternative that was rejected is a finding
     * {@code ALTERNATIVE}.
     *
     * <p>Cost: for each enrollment one question to eligibility, one to the time ledger and one evaluation; more only
     * where programs compete. No reading.
     *
     * @param caller who asks
     * @param question all there is about the month
     * @return one determination for each enrollment, in the order of the enrollments; status {@code UNKNOWN}, reason
     *     {@code NO_RULES} where no rules cover the program and month
     */
    @Requires(Permission.READ_BILLING)
    List<Determination> determine(Caller caller, PatientMonth question);

    /**
     * Decide again from the facts a determination recorded, by the rules it names. Same rules, same facts: same status,
     * codes, amount and reason; what differs shows that a determination does not follow from its facts.
     *
     * <p>What eligibility, the ledger and the search among programs found is in the facts, so nobody is asked. Findings
     * on what they found (counted intervals, alternatives of other programs) are not made again.
     *
     * @param caller who asks
     * @param rules the rule set; need not be installed
     * @param subject the patient's or the case's id, for the answer
     * @param month the service month
     * @param facts the facts by name, as {@link Determination#facts} holds them
     * @return the determination
     */
    @Requires(Permission.READ_BILLING)
    Determination recompute(
            Caller caller, RuleSet rules, String subject, ServiceMonth month, Map<String, String> facts);

    /**
     * Evaluate cases, each by itself.
     *
     * @param caller who asks
     * @param request the cases and, if wanted, the rules
     * @return one result for each row, in their order; a row that cannot be read has its problems
     */
    @Requires(Permission.READ_BILLING)
    List<CaseResult> evaluate(Caller caller, CaseRequest request);

    /**
     * Compile a rule set and run its own cases.
     *
     * @param caller who asks
     * @param rules the rule set; need not be installed
     * @return what is wrong, if anything, and the result of each case
     */
    @Requires(Permission.READ_BILLING)
    RuleReport check(Caller caller, RuleSet rules);
}

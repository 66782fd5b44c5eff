package health.medley.core.billing;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.rules.RuleSet;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decide what may be billed for a patient's month, and say why.
 *
 * <p>Rules propose, the kernel disposes: whatever a rule set says, one patient and month gets one family of codes, a
 * second counts once, and nothing is billed without consent. Deciding changes nothing and reads no clock. Safe for
 * concurrent use.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface BillingService {

    /**
     * Decide one enrolled patient's month by the rules of that month.
     *
     * <p>Cost: one question to eligibility, one to the time ledger and one evaluation; no reading.
     *
     * @param caller who asks
     * @param question all there is about the month
     * @return the determination; status {@code UNKNOWN}, reason {@code NO_RULES} if no rules cover the month
     */
    @Requires(Permission.READ_BILLING)
    Determination determine(Caller caller, PatientMonth question);

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

package health.medley.core.eligibility;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.Requires;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decide whether a patient qualifies for a care program in one calendar month.
 *
 * <p>A pure question: asking changes nothing; same question, same rules, same answer. Safe for concurrent use. Vendors
 * may implement this; to add one rule contribute an {@link EligibilityCriterion}.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface EligibilityService {

    /**
     * Decide for the month in which the care was given, not the month of asking.
     *
     * <p>Cost: one pass over the conditions and encounters of the chart.
     *
     * @param caller who asks
     * @param question about whom, which program and month
     * @return the decision with its evidence
     * @throws MedleyException {@code RULES_ABSENT} if the question brings no rules and no installed rules know the
     *     program in that month
     */
    @Requires(Permission.READ_CARE)
    EligibilityDecision decide(Caller caller, EligibilityQuestion question);
}

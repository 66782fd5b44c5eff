package health.medley.billing.internal;

import health.medley.billing.internal.plan.RuleCompiler;
import health.medley.core.rules.RuleSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keep the plans of the rule sets used last, by the hash of their content. Safe for concurrent use. */
final class PlanCache {
    private static final int MOST = 16;

    private final Map<String, MonthEvaluation> plans = new LinkedHashMap<>(MOST, 0.75f, true);

    /** The plan of a rule set, compiled if it is not kept; throws {@code RULES_INVALID} if it does not compile. */
    synchronized MonthEvaluation of(RuleSet rules) {
        MonthEvaluation kept = plans.get(key(rules));
        if (kept != null) {
            return kept;
        }
        MonthEvaluation made = new MonthEvaluation(RuleCompiler.compile(rules));
        plans.put(key(rules), made);
        if (plans.size() > MOST) {
            plans.remove(plans.keySet().iterator().next());
        }
        return made;
    }

    private static String key(RuleSet rules) {
        return rules.ref().name() + " " + rules.ref().version() + " "
                + rules.ref().sha256();
    }
}

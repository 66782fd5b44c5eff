package health.medley.billing.internal;

import health.medley.billing.internal.plan.RuleCompiler;
import health.medley.core.rules.RuleSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keep the compiled rule sets used last, by the hash of their content and the values a practice sets. Safe for
 * concurrent use.
 */
final class PlanCache {
    /** A month's rules of every program are in use at once, and a comparison of two months doubles that. */
    private static final int MOST = 64;

    private final Map<Key, ProgramEvaluation> programs = new LinkedHashMap<>(MOST, 0.75f, true);

    private record Key(String name, String version, String sha256, Map<String, String> overrides) {}

    /** A rule set with the values its files give; throws {@code RULES_INVALID} if it does not compile. */
    ProgramEvaluation of(RuleSet rules) {
        return of(rules, Map.of());
    }

    /** A rule set with values that a practice sets; compiled if it is not kept. */
    synchronized ProgramEvaluation of(RuleSet rules, Map<String, String> overrides) {
        Map<String, String> set = overrides.isEmpty() ? Map.of() : new TreeMap<>(overrides);
        Key key = new Key(rules.ref().name(), rules.ref().version(), rules.ref().sha256(), set);
        ProgramEvaluation kept = programs.get(key);
        if (kept != null) {
            return kept;
        }
        ProgramEvaluation made = new ProgramEvaluation(RuleCompiler.compileAll(rules, overrides));
        programs.put(key, made);
        if (programs.size() > MOST) {
            programs.remove(programs.keySet().iterator().next());
        }
        return made;
    }
}

package health.medley.core.rules;

import health.medley.core.ServiceMonth;
import java.util.Objects;

/**
 * Say how an installed rule set stands.
 *
 * @param ref name, version and hash
 * @param program the program it rules
 * @param from first month it covers
 * @param to last month it covers
 * @param active whether it answers for its months
 * @param why one plain sentence: active since which routing, or why not and the next step
 */
public record RuleSummary(RuleRef ref, String program, ServiceMonth from, ServiceMonth to, boolean active, String why) {
    /** Check that no part is null. */
    public RuleSummary {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(why, "why");
    }
}

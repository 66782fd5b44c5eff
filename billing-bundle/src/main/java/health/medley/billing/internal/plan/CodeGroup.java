package health.medley.billing.internal.plan;

import java.time.LocalDate;
import java.util.Set;

/**
 * A group of codes of other services.
 *
 * @param name its name
 * @param label what it is, in words
 * @param codes the codes
 * @param from first valid day
 * @param to last valid day
 * @param inForce whether the days are those in which the codes are valid, not those of a rule about them
 * @param clause where it is written
 */
public record CodeGroup(
        String name,
        String label,
        Set<String> codes,
        LocalDate from,
        LocalDate to,
        boolean inForce,
        RuleClause clause) {
    /** Copy the codes. */
    public CodeGroup {
        codes = Set.copyOf(codes);
    }

    /** Whether the codes are valid on a day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}

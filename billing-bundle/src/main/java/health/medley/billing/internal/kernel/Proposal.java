package health.medley.billing.internal.kernel;

import health.medley.billing.internal.plan.CodeRule;
import health.medley.core.billing.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the rules propose, before the kernel looks at it.
 *
 * @param status what becomes of the month
 * @param lines the program's own codes
 * @param dateOfService the date on the claim
 * @param facts the facts, by name
 * @param claimed codes already on a claim or billed by another program of the month, as {@code other_codes} writes them
 */
public record Proposal(
        Status status, List<Line> lines, LocalDate dateOfService, Map<String, String> facts, String claimed) {
    /** Copy the lines. */
    public Proposal {
        lines = List.copyOf(lines);
    }

    /**
     * One code with its units.
     *
     * @param rule the code's rule
     * @param units its units
     */
    public record Line(CodeRule rule, int units) {}
}

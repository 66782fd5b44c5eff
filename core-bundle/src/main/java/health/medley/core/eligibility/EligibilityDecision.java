package health.medley.core.eligibility;

import health.medley.core.Finding;
import java.util.List;
import java.util.Objects;

/**
 * Say whether a patient qualifies, with a finding for each criterion.
 *
 * @param eligible whether nothing the chart can tell stands against the program; consent, plan and visit are not needed
 *     for this, they are in {@code missing}
 * @param diseases the chronic diseases counted, in the order of their keys
 * @param visit how the initiating visit stands; {@code NONE} where there is no enrollment
 * @param missing reason codes of what is still missing before the month can be billed, in the order checked
 * @param findings one for each criterion, in the order checked; a "no" has at least one failed finding
 */
public record EligibilityDecision(
        boolean eligible, List<Disease> diseases, VisitStanding visit, List<String> missing, List<Finding> findings) {
    /** Copy the lists. */
    public EligibilityDecision {
        diseases = List.copyOf(diseases);
        Objects.requireNonNull(visit, "visit");
        missing = List.copyOf(missing);
        findings = List.copyOf(findings);
    }
}

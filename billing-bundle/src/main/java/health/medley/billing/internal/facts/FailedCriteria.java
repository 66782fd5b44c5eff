package health.medley.billing.internal.facts;

import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.eligibility.EligibilityDecision;
import java.util.List;
import java.util.Set;

/** Pick from what eligibility found the criteria that failed and that the rules cannot judge by facts of their own. */
final class FailedCriteria {
    /** What eligibility checks itself; the rules decide the same by the diseases counted and the time after death. */
    private static final Set<String> JUDGED_BY_FACTS = Set.of("CHRONIC_CONDITIONS", "ALIVE");

    private FailedCriteria() {}

    /** Codes of the contributed criteria that failed, in the order checked. */
    static List<String> of(EligibilityDecision decision) {
        return decision.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .map(Finding::code)
                .filter(code -> !JUDGED_BY_FACTS.contains(code))
                .toList();
    }
}

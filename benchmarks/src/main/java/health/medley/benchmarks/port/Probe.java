package health.medley.benchmarks.port;

import health.medley.core.Caller;
import health.medley.core.Finding;
import health.medley.core.eligibility.EligibilityCriterion;
import health.medley.core.eligibility.EligibilityQuestion;

/** A provider that does next to nothing, so that what is left is the call. */
final class Probe implements EligibilityCriterion {

    private final Finding finding;

    Probe(Finding finding) {
        this.finding = finding;
    }

    @Override
    public Finding check(Caller caller, EligibilityQuestion question) {
        return finding;
    }
}

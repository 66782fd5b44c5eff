package health.medley.benchmarks.port;

import health.medley.core.Caller;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.eligibility.EligibilityCriterion;
import health.medley.core.eligibility.EligibilityQuestion;

/** A second provider of the contract, called before measuring: no call site may know one provider only. */
final class OtherProbe implements EligibilityCriterion {

    @Override
    public Finding check(Caller caller, EligibilityQuestion question) {
        return Finding.of("OTHER_PROBE", Outcome.NOTE, "Another provider of the same contract answered.");
    }
}

package health.medley.cli.internal.month;

import health.medley.core.billing.Determination;
import health.medley.core.eligibility.EligibilityQuestion;

/** Takes each determination as it is made, in the order of the patients. */
@FunctionalInterface
public interface DecisionListener {

    /** A listener for those who only want the files. */
    DecisionListener NONE = (question, determination) -> {};

    /**
     * Take one determination.
     *
     * @param question what eligibility would be asked about the same enrollment
     * @param determination what was decided
     */
    void decided(EligibilityQuestion question, Determination determination);
}

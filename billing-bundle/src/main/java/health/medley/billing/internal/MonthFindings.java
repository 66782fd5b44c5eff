package health.medley.billing.internal;

import health.medley.core.CareTime;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.billing.PatientMonth;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeExclusion;
import health.medley.core.time.UncountedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Say what the rules do not: what eligibility found, and of every second that does not count, why. */
final class MonthFindings {
    private MonthFindings() {}

    static List<Finding> of(PatientMonth question, EligibilityDecision decision, CountedTime time) {
        List<Finding> findings = new ArrayList<>(decision.findings());
        for (UncountedTime part : time.uncounted()) {
            Map<String, String> facts = new TreeMap<>();
            facts.put("entry", part.entry());
            facts.put("from", part.from().toString());
            facts.put("to", part.to().toString());
            findings.add(new Finding(
                    "TIME_UNCOUNTED_" + part.why().name(),
                    Outcome.NOTE,
                    part.time().inWords() + " of entry " + part.entry() + " do not count: " + why(part.why()) + ".",
                    facts,
                    Optional.empty(),
                    Optional.empty()));
        }
        long twice = time.logged().seconds() - time.pooled().seconds();
        if (twice > 0) {
            findings.add(Finding.of(
                    "TIME_COUNTED_ONCE",
                    Outcome.NOTE,
                    new CareTime(twice).inWords() + " are covered by another entry and count once."));
        }
        for (String entry : question.overlapping()) {
            findings.add(new Finding(
                    "PERFORMER_OVERLAP",
                    Outcome.WARNING,
                    "Whoever made entry " + entry + " is recorded with another patient at the same time.",
                    Map.of("entry", entry),
                    Optional.empty(),
                    Optional.of("Correct the times of one of the entries.")));
        }
        return findings;
    }

    private static String why(TimeExclusion why) {
        return switch (why) {
            case OTHER_PROGRAM -> "they were given for another program";
            case NONCLINICAL -> "the work is not clinical";
            case OTHER_PRACTITIONER -> "another practitioner gave them";
            case OTHER_MONTH -> "they lie outside the month";
            case AFTER_DEATH -> "they lie after the day of death";
            case BEFORE_CONSENT -> "they lie before the consent";
            case AFTER_REVOCATION -> "they lie after the consent was revoked";
            case DURING_STAY -> "they lie in a stay whose payer pays for the care";
        };
    }
}

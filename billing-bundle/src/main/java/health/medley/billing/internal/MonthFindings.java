package health.medley.billing.internal;

import health.medley.billing.internal.facts.CaseFacts;
import health.medley.billing.internal.facts.FactText;
import health.medley.billing.internal.plan.Fact;
import health.medley.billing.internal.plan.PlanParts;
import health.medley.core.CareTime;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.billing.PatientMonth;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.time.CountedInterval;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeExclusion;
import health.medley.core.time.UncountedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Say what the rules do not: what eligibility found, and of every second that does not count, why. */
final class MonthFindings {
    private MonthFindings() {}

    static List<Finding> of(PatientMonth question, PlanParts plan, EligibilityDecision decision, CountedTime time) {
        List<Finding> findings = new ArrayList<>(decision.findings());
        stated(plan, "event", question.statement().patientEvents(), findings);
        stated(plan, "extra", question.statement().extraFacts(), findings);
        if (question.explained()) {
            counted(time, findings);
            uncounted(time, findings);
        } else {
            ledger(time, findings);
        }
        for (String entry : question.overlapping()) {
            findings.add(overlap(entry));
        }
        return findings;
    }

    /** Which parts of which entries count and which do not: all that is needed to find them again, in one finding. */
    private static void ledger(CountedTime time, List<Finding> findings) {
        Map<String, String> facts = new TreeMap<>();
        for (CountedInterval part : time.counted()) {
            facts.merge(
                    part.entry(), part.from() + "+" + part.time().seconds() + " s", (one, other) -> one + ", " + other);
        }
        for (UncountedTime part : time.uncounted()) {
            facts.merge(
                    part.entry(),
                    part.from() + "+" + part.time().seconds() + " s "
                            + part.why().name(),
                    (one, other) -> one + ", " + other);
        }
        if (!facts.isEmpty()) {
            findings.add(new Finding(
                    "TIME_ENTRIES",
                    Outcome.NOTE,
                    "What of each entry counts, and what does not and why.",
                    facts,
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private static void counted(CountedTime time, List<Finding> findings) {
        for (CountedInterval part : time.counted()) {
            Map<String, String> facts = new TreeMap<>();
            facts.put("entry", part.entry());
            facts.put("from", part.from().toString());
            facts.put("role", part.role().name().toLowerCase(Locale.ROOT));
            facts.put("to", part.to().toString());
            findings.add(new Finding(
                    "TIME_COUNTED",
                    Outcome.NOTE,
                    part.time().inWords() + " of entry " + part.entry() + " count.",
                    facts,
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private static void uncounted(CountedTime time, List<Finding> findings) {
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
    }

    private static Finding overlap(String entry) {
        return new Finding(
                "PERFORMER_OVERLAP",
                Outcome.WARNING,
                "Whoever made entry " + entry + " is recorded with another patient at the same time.",
                Map.of("entry", entry),
                Optional.empty(),
                Optional.of("Correct the times of one of the entries."));
    }

    /** What the practice states is used, or said not to be. */
    private static void stated(PlanParts plan, String where, Map<String, String> given, List<Finding> findings) {
        given.forEach((name, value) -> {
            Optional<Fact> fact = plan.slots().vocabulary().find(name).filter(found -> found.where()
                    .equals(where));
            if (fact.isEmpty()) {
                findings.add(
                        Finding.of("FACT_UNKNOWN", Outcome.WARNING, "There is no fact " + name + "; it is not used."));
            } else if (!CaseFacts.fits(fact.get(), value)) {
                findings.add(Finding.of(
                        "FACT_UNREADABLE",
                        Outcome.WARNING,
                        "The fact " + name + " cannot be read and is not used. " + FactText.expected(fact.get())));
            } else if (plan.slots().used().stream()
                    .noneMatch(used -> feeds(fact.get()).contains(used))) {
                findings.add(Finding.of("FACT_UNUSED", Outcome.NOTE, "The rules do not use the fact " + name + "."));
            }
        });
    }

    private static List<String> feeds(Fact fact) {
        return fact.feeds().isEmpty() ? List.of(fact.name()) : fact.feeds();
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

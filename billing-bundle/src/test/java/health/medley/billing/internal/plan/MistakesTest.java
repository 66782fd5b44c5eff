package health.medley.billing.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.InputProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each key of services, parameters and programs misspelt or misused: refused with its place and a remedy. */
class MistakesTest {

    /** A mistake: file, text to replace, what replaces it, a word of the remedy or problem. */
    private record Mistake(String file, String from, String to, String says) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("program.yaml", "name: any, service: device", "name: any, servise: device", "service"),
            new Mistake("program.yaml", "judges:", "judge:", "judges"),
            new Mistake("program.yaml", "judges: {codes: [G0506", "judges: {codes: [G506", "not a code"),
            new Mistake("program.yaml", "falls-back-to: {program", "falls-back-to: {programme", "program"),
            new Mistake("program.yaml", "falls-back-to:", "falls-back:", "falls-back-to"),
            new Mistake("program.yaml", "applies-when:", "applies:", "applies-when"),
            new Mistake(
                    "program.yaml", "applies-when: {fact: transition", "applies-when: {fact: transit", "known fact"),
            new Mistake("program.yaml", "- {service: device, when", "- {servise: device, when", "service"),
            new Mistake("program.yaml", "- {service: device, when", "- {service: divice, when", "[device, talk]"),
            new Mistake("program.yaml", "- {service: device, when", "- {service: talk, when", "twice"),
            new Mistake("program.yaml", "name: late, service: talk", "name: rpm, service: talk", "twice"),
            new Mistake(
                    "program.yaml", "counts: [team], service: talk", "counts: [team], service: walk", "[device, talk]"),
            new Mistake("program.yaml", "values: [PFS], from", "value: [PFS], from", "values"),
            new Mistake(
                    "program.yaml",
                    "from: 2025-07-01, source",
                    "from: 2025-08-01, to: 2025-07-31, source",
                    "Mend from or to"),
            new Mistake("program.yaml", "tries: [sixteen, two]", "tries: [sixten, two]", "no family sixten"),
            new Mistake("eligibility.yaml", "service: device", "service: devise", "[device, talk]"),
            new Mistake("eligibility.yaml", "doubtful: yes", "doubtful: perhaps", "doubtful: yes"),
            new Mistake("eligibility.yaml", "doubtful: yes", "doubt: yes", "doubtful"),
            new Mistake(
                    "eligibility.yaml",
                    "{parameter: weekends-count, is: no}",
                    "{parameter: weekends, is: no}",
                    "weekends-count"),
            new Mistake(
                    "eligibility.yaml",
                    "{parameter: weekends-count, is: no}",
                    "{parameter: first, is: no}",
                    "yes or no"),
            new Mistake(
                    "eligibility.yaml",
                    "{parameter: weekends-count, is: no}",
                    "{parameter: weekends-count, is: off}",
                    "is: yes"),
            new Mistake(
                    "eligibility.yaml",
                    "{parameter: weekends-count, is: no}",
                    "{paramter: weekends-count, is: no}",
                    "fact"),
            new Mistake("eligibility.yaml", "first: {value: 20, unit: min", "first: {value: 20", "unit"),
            new Mistake("codes/90010.yaml", "{parameter: first}", "{parameter: frist}", "first"),
            new Mistake("codes/90010.yaml", "{parameter: first}", "{param: first}", "parameter"),
            new Mistake("codes/90010.yaml", "{parameter: first}", "{parameter: talkers}", "one value"),
            new Mistake("codes/90010.yaml", "{parameter: first}", "{parameter: days}", "min, s or h"),
            new Mistake("codes/90011.yaml", "{parameter: most}", "{parameter: weekends-count}", "number of units"),
            new Mistake("codes/90001-two.yaml", "family: two", "family: sixteen", "two files"),
            new Mistake("codes/90012.yaml", "family: talk", "family: new", "not its family's base"),
            new Mistake("conflicts.yaml", "pair-edits:", "pair-edit:", "pair-edits"),
            new Mistake("conflicts.yaml", "denied: NCCI_PAIR", "deny: NCCI_PAIR", "denied"),
            new Mistake("conflicts.yaml", "denied: NCCI_PAIR", "denied: SHORT", "stage conflict"),
            new Mistake("conflicts.yaml", "visits: {codes", "visits: {code", "codes"),
            new Mistake("conflicts.yaml", "families: [sixteen, two]", "families: [sixteen, tow]", "Name two of"),
            new Mistake("claim.yaml", "service: talk", "service: speech", "[device, talk]"),
            new Mistake("claim.yaml", "billed-code: \"90011\"", "billed-code: \"90099\"", "no code 90099"),
            new Mistake("claim.yaml", "billed-code:", "billed-codes:", "fact"),
            new Mistake("time.yaml", "service: talk", "service: speech", "[device, talk]"));

    @TestFactory
    List<DynamicTest> eachMistakeIsRefusedWithItsPlaceAndARemedy() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Mistake mistake : MISTAKES) {
            tests.add(DynamicTest.dynamicTest(mistake.file() + " " + mistake.to(), () -> {
                List<InputProblem> problems =
                        DemoRules.problems(DemoRules.with(mistake.file(), mistake.from(), mistake.to()), Map.of());
                assertTrue(
                        problems.stream()
                                .anyMatch(found -> (found.problem() + " " + found.remedy()).contains(mistake.says())),
                        problems::toString);
                InputProblem first = problems.get(0);
                assertTrue(first.line() > 0, problems::toString);
                assertFalse(first.remedy().isBlank(), problems::toString);
            }));
        }
        return tests;
    }

    @Test
    void theRulesThemselvesHaveNone() {
        assertEquals(List.of(), DemoRules.problems(DemoRules.files(), Map.of()));
    }

    @Test
    void aMistakeInWhatServicesShareIsOneMistake() {
        Map<String, String> files = DemoRules.with("eligibility.yaml", "fact: consent_date", "fact: consent_day");
        assertEquals(1, DemoRules.problems(files, Map.of()).size());
    }
}

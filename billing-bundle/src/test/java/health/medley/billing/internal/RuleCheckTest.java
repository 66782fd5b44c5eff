package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.CaseVerdict;
import health.medley.core.billing.RuleReport;
import health.medley.core.rules.RuleSet;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleCheckTest {
    private static RuleReport check(RuleSet rules) {
        return FakePorts.billing().check(FakePorts.CALLER, rules);
    }

    private static String problems(String file, UnaryOperator<String> change) {
        RuleReport report = check(RuleFolder.changed(file, change));
        assertFalse(report.accepted());
        return report.problems().stream()
                .map(problem -> problem.place() + " " + problem.problem() + " " + problem.remedy())
                .collect(Collectors.joining("\n"));
    }

    private static void says(String said, String... parts) {
        for (String part : parts) {
            assertTrue(said.contains(part), () -> "expected " + part + " in: " + said);
        }
    }

    @Test
    void refusesAnUnknownKeyWithItsPlaceAndTheKnownOnes() {
        String said = problems("codes/99490.yaml", text -> text.replace("family: staff", "familly: x\nfamily: staff"));
        says(said, "codes/99490.yaml:4:1", "Unknown key at familly", "Known here", "performed-by");
    }

    @Test
    void refusesAValueWithoutSource() {
        String said = problems(
                "codes/99439.yaml",
                text -> text.replace(", source: \"NCCI MUE 2024Q3: 2, MAI 2; the same in 2026Q2\"", ""));
        says(said, "codes/99439.yaml:9", "The key source is missing (clause units)");
    }

    @Test
    void refusesAValueWithoutDate() {
        String said = problems(
                "codes/99439.yaml", text -> text.replace("says: ADDON_CAP_2, from: 2021-01-01,", "says: ADDON_CAP_2,")
                        .replace(", verified: 2026-11-23", ""));
        says(said, "codes/99439.yaml:9", "The value has no date (clause units)");
    }

    @Test
    void refusesAValueWithoutUnit() {
        String said = problems("codes/99490.yaml", text -> text.replace("at-least: 20 min", "at-least: 20"));
        says(said, "codes/99490.yaml:7", "not an amount of time with its unit (clause time.at-least)", "20 min");
    }

    @Test
    void refusesACountInAnotherUnit() {
        String said = problems(
                "eligibility.yaml", text -> text.replace("{value: 2, unit: conditions", "{value: 2, unit: months"));
        says(said, "eligibility.yaml", "counts conditions, but the value has the unit months");
    }

    @Test
    void refusesAnUnknownFact() {
        String said =
                problems("eligibility.yaml", text -> text.replace("{fact: significant_risk", "{fact: sgnificant_risk"));
        says(said, "eligibility.yaml", "There is no fact sgnificant_risk", "requirements[10].met-when");
    }

    @Test
    void refusesAReasonWithoutAPlaceInTheOrder() {
        String said = problems("reasons.yaml", text -> text.replace("RISK_NOT_DOCUMENTED, ", ""));
        says(said, "eligibility.yaml", "The reason RISK_NOT_DOCUMENTED has no place in stage requirement");
    }

    @Test
    void refusesAFeeThatIsNotItsUnitsTimesTheFactor() {
        String said = problems("fees.csv", text -> text.replace("60.49", "60.94"));
        says(said, "fees.csv:2:national_nonfac_payment", "give 60.49");
    }

    @Test
    void refusesFeesThatEndBeforeTheMonthsDo() {
        String said = problems("fees.csv", text -> text.replace("2025-12-31", "2025-11-30"));
        says(said, "fees.csv:2:effective_to", "no fee for 99490 on 2025-12-01", "clause months", "from 2025-12-01");
        says(said, "fees.csv:7:effective_to", "no fee for 99437 on 2025-12-01");
    }

    @Test
    void refusesFeesThatBeginAfterTheMonthsDo() {
        String said = problems(
                "fees.csv", text -> text.replace("99439,2025-01-01,2025-12-31", "99439,2025-02-01,2025-12-31"));
        assertEquals(1, said.lines().count(), said);
        says(said, "fees.csv:3:effective_from", "no fee for 99439 on 2025-01-01");
    }

    @Test
    void refusesAHoleBetweenFees() {
        Map<String, String> files = RuleFolder.files(2024);
        files.computeIfPresent("fees.csv", (file, text) -> text.replace("99490,2024-03-09,", "99490,2024-03-11,"));
        String said = check(RuleFolder.set(2024, files)).problems().toString();
        says(said, "fees.csv", "line=2", "effective_to", "no fee for 99490 on 2024-03-09");
    }

    @Test
    void aCodeWithoutAnyFeeIsAllowed() {
        RuleReport report = check(RuleFolder.changed("fees.csv", text -> text.replaceAll("(?m)^99437,.*\\R?", "")));
        assertEquals("[]", report.problems().toString());
    }

    @Test
    void noFeeIsMissedOnDaysOnWhichItsCodeIsNotValid() {
        Map<String, String> files = RuleFolder.files(2025);
        files.computeIfPresent(
                "codes/99437.yaml",
                (file, text) -> text.replaceAll("valid: \\{from: [-\\d]+", "valid: {from: 2025-02-01"));
        files.computeIfPresent("fees.csv", (file, text) -> text.replace("99437,2025-01-01", "99437,2025-02-01"));
        assertEquals("[]", check(RuleFolder.set(2025, files)).problems().toString());
    }

    @Test
    void refusesBrokenYamlWithLineAndColumn() {
        String said = problems("time.yaml", text -> text.replace("uncounted:", "uncounted: ["));
        says(said, "time.yaml:", "This is not YAML");
    }

    @Test
    void refusesAFileNobodyReads() {
        Map<String, String> files = RuleFolder.files(2025);
        files.put("codes.yaml", "code: x");
        RuleReport report = check(RuleFolder.set(2025, files));
        says(report.problems().toString(), "codes.yaml", "no such file");
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        String said = problems("time.yaml", text -> "[".repeat(100_000));
        says(said, "time.yaml", "nested too deeply");
    }

    @Test
    void refusesAliases() {
        String said = problems("time.yaml", text -> "a: &a [x, x]\nb: [*a, *a]\n");
        says(said, "time.yaml");
    }

    @Test
    void refusesAChangedThresholdAndNamesCaseFileLineAndClause() {
        RuleReport report = check(
                RuleFolder.changed("codes/99490.yaml", text -> text.replace("at-least: 20 min", "at-least: 21 min")));
        assertFalse(report.accepted());
        assertTrue(report.problems().isEmpty());
        InputProblem first = report.cases().stream()
                .filter(result -> result.verdict() == CaseVerdict.DIFFER)
                .findFirst()
                .orElseThrow()
                .problems()
                .get(0);
        assertEquals("cases.csv", first.file());
        assertTrue(first.line() > 1);
        says(first.problem(), "codes/99490.yaml:7#time", "expects", "give");
    }

    @Test
    void refusesAChangedStepAndNamesItsClause() {
        RuleReport report =
                check(RuleFolder.changed("codes/99439.yaml", text -> text.replace("each: 20 min", "each: 21 min")));
        String said = report.cases().stream()
                .flatMap(result -> result.problems().stream())
                .map(InputProblem::problem)
                .collect(Collectors.joining("\n"));
        says(said, "codes/99439.yaml:8#time");
    }

    @Test
    void refusesMonthsWithoutACase() {
        Map<String, String> files = RuleFolder.files(2025);
        files.put(
                "cases.csv",
                files.get("cases.csv")
                        .lines()
                        .filter(line -> !line.contains(",2025-07,"))
                        .collect(Collectors.joining("\n")));
        RuleReport report = check(RuleFolder.set(2025, files));
        assertFalse(report.accepted());
        says(report.problems().toString(), "2025-07", "program.yaml, clause months");
    }

    @Test
    void refusesAMonthLeftOutOfTheProgram() {
        Map<String, String> files = RuleFolder.files(2025);
        files.computeIfPresent("program.yaml", (file, text) -> text.replace("to: 2025-12", "to: 2025-11"));
        RuleSet rules = RuleSet.of(
                "ccm-2025", "1.0.0", "ccm", ServiceMonth.parse("2025-01"), ServiceMonth.parse("2025-11"), files);
        RuleReport report = check(rules);
        assertFalse(report.accepted());
        says(report.problems().toString(), "2025-12", "do not cover");
    }

    @Test
    void refusesAProgramThatDisagreesWithItsManifest() {
        String said = problems("program.yaml", text -> text.replace("to: 2025-12", "to: 2025-11"));
        says(said, "program.yaml:", "The bundle's manifest says 2025-12 (clause months.to)");
    }

    @Test
    void refusesAFamilyWithTwoBases() {
        String said = problems("codes/99439.yaml", text -> text.replaceAll("(?m)^adds-to:.*\n", "")
                .replace("each: 20 min, after: 20 min", "at-least: 20 min"));
        says(said, "2 bases");
    }

    @Test
    void refusesRulesThatWouldTakeTooManySteps() {
        String condition = "          - {fact: part_b, is: no}\n";
        RuleSet rules = RuleFolder.changed(
                "eligibility.yaml",
                text -> text.replace(
                        "        - {fact: part_b, is: no}\n",
                        condition.substring(2).repeat(12_000)));
        MedleyException refused = assertThrows(MedleyException.class, () -> check(rules));
        assertEquals(ErrorCode.RULES_EXHAUSTED, refused.code());
        says(refused.getMessage(), "ccm-2025 1.0.0", "20000");
    }

    @Test
    void saysEveryMistakeAtOnce() {
        Map<String, String> files = RuleFolder.files(2025);
        files.computeIfPresent("codes/99439.yaml", (file, text) -> text.replace("beyond: deny", "beyond: perhaps"));
        files.computeIfPresent("codes/99490.yaml", (file, text) -> text.replace("20 min", "20 cups"));
        RuleReport report = check(RuleFolder.set(2025, files));
        says(report.problems().toString(), "99439", "99490", "beyond is deny or hold");
    }
}

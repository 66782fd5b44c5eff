package health.medley.billing.internal.plan;

import static health.medley.billing.internal.plan.DemoRules.decide;
import static health.medley.billing.internal.plan.DemoRules.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.billing.internal.facts.FactRow;
import health.medley.core.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Codes that begin or end within the months of a rule set. */
class ValidityTest {
    private final RulePlan talk = DemoRules.service(DemoRules.program(), "talk");

    private String late(String day, String seconds) {
        return decide(talk, facts("declared_track", "late", "date_of_service", day, "rpm_seconds", seconds));
    }

    @Test
    void aFamilyIsBilledOnTheDaysOnWhichItsBaseIsValid() {
        assertEquals("NO_BILL NOT_VALID", late("2025-04-09", "1800"));
        assertEquals("BILL new OK", late("2025-04-10", "1800"));
        assertEquals("BILL new OK", late("2025-09-20", "1800"));
        assertEquals("NO_BILL NOT_VALID", late("2025-09-21", "1800"));
    }

    @Test
    void aCodeThatIsNotValidIsTheReasonBeforeItsTime() {
        assertEquals("NO_BILL NOT_VALID", late("2025-04-09", "1799"));
        assertEquals("NO_BILL SHORT", late("2025-04-10", "1799"));
    }

    @Test
    void aFamilyTriedInItsSteadIsBilledWithoutAReason() {
        assertEquals(
                "BILL talk 1,1 NOTED", decide(talk, facts("date_of_service", "2025-04-09", "rpm_seconds", "1800")));
        assertEquals("BILL new OK", decide(talk, facts("date_of_service", "2025-04-10", "rpm_seconds", "1800")));
    }

    @Test
    void aRequirementThatFailsIsTheReasonBeforeTheCode() {
        Map<String, String> facts =
                facts("declared_track", "late", "date_of_service", "2025-04-09", "interactive", "N");
        assertEquals("NO_BILL NOT_INTERACTIVE", decide(talk, facts));
    }

    @Test
    void theFindingNamesTheCodeAndTheDay() {
        Map<String, String> facts =
                facts("declared_track", "late", "date_of_service", "2025-04-09", "rpm_seconds", "1800");
        FactRow row = FactRow.of(talk, facts);
        List<Finding> findings = Explanation.of(talk, row, facts, talk.decide(row));
        Finding found = findings.stream()
                .filter(finding -> finding.code().equals("NOT_VALID"))
                .findFirst()
                .orElseThrow();
        assertEquals("90020 is not valid on 2025-04-09.", found.sentence());
        assertEquals("codes/90020.yaml", found.clause().orElseThrow().file());
        assertEquals(Map.of("date_of_service", "2025-04-09"), found.facts());
    }

    @Test
    void anAddOnThatIsNotValidIsLeftOut() {
        Map<String, String> files = DemoRules.with(
                "codes/90011.yaml", "valid: {from: 2020-01-01", "valid: {from: 2020-01-01, to: 2025-03-30");
        files.computeIfPresent("fees.csv", (file, text) -> text);
        RulePlan changed = DemoRules.service(RuleCompiler.compileAll(DemoRules.set(files), Map.of()), "talk");
        assertEquals(
                "BILL talk 1,1 NOTED", decide(changed, facts("rpm_seconds", "1800", "date_of_service", "2025-03-30")));
        assertEquals(
                "BILL talk 0,1 OK", decide(changed, facts("rpm_seconds", "1800", "date_of_service", "2025-03-31")));
    }

    @Test
    void whereTheHighestAmountIsChosenOnlyValidFamiliesCount() {
        Map<String, String> files = DemoRules.with("program.yaml", "choose: declared track", "choose: highest amount");
        RulePlan changed = DemoRules.service(RuleCompiler.compileAll(DemoRules.set(files), Map.of()), "talk");
        assertEquals("BILL talk 1,1 NOTED", decide(changed, facts("rpm_seconds", "1800")));
        assertEquals(
                "BILL talk 1,1 NOTED", decide(changed, facts("rpm_seconds", "1800", "date_of_service", "2025-05-01")));
        files.remove("codes/90010.yaml");
        files.remove("codes/90011.yaml");
        files.remove("codes/90012.yaml");
        files.remove("ncci.csv");
        files.computeIfPresent("conflicts.yaml", (file, text) -> text.replaceAll("(?m)^pair-edits.*\n", ""));
        files.remove("claim.yaml");
        files.computeIfPresent("program.yaml", (file, text) -> text.replace("[new, talk]", "[new]"));
        RulePlan alone = DemoRules.service(RuleCompiler.compileAll(DemoRules.set(files), Map.of()), "talk");
        assertEquals("NO_BILL NOT_VALID", decide(alone, facts("rpm_seconds", "1800")));
        assertEquals("NO_BILL SHORT", decide(alone, facts("rpm_seconds", "1799", "date_of_service", "2025-05-01")));
    }
}

package health.medley.billing.internal.plan;

import static health.medley.billing.internal.plan.DemoRules.decide;
import static health.medley.billing.internal.plan.DemoRules.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values that a practice may set in the place of those the rule files give. */
class ParametersTest {

    private static RulePlan plan(String service, Map<String, String> overrides) {
        return DemoRules.service(RuleCompiler.compileAll(DemoRules.set(DemoRules.files()), overrides), service);
    }

    private static String refused(String name, String value) {
        List<InputProblem> problems = DemoRules.problems(DemoRules.files(), Map.of(name, value));
        assertEquals(1, problems.size(), problems::toString);
        assertEquals("practice.json", problems.get(0).file());
        assertEquals("parameters.demo." + name, problems.get(0).column());
        return problems.get(0).problem() + " " + problems.get(0).remedy();
    }

    @Test
    void amountsOfACodeComeFromItsParameters() {
        RulePlan talk = plan("talk", Map.of());
        assertEquals("NO_BILL SHORT", decide(talk, facts("rpm_seconds", "1199")));
        assertEquals("BILL talk 0,1 OK", decide(talk, facts("rpm_seconds", "1200")));
        assertEquals("BILL talk 2,1 NOTED", decide(talk, facts("rpm_seconds", "2400")));
        assertEquals("BILL talk 2,1 NOTED", decide(talk, facts("rpm_seconds", "2999")));
        assertEquals("HOLD talk 2,1 MANY", decide(talk, facts("rpm_seconds", "3000")));
    }

    @Test
    void aPracticeSetsAmounts() {
        RulePlan talk = plan("talk", Map.of("first", "11 min", "further", "30 s", "most", "3"));
        assertEquals("NO_BILL SHORT", decide(talk, facts("rpm_seconds", "659")));
        assertEquals("BILL talk 0,1 OK", decide(talk, facts("rpm_seconds", "660")));
        assertEquals("BILL talk 3,1 NOTED", decide(talk, facts("rpm_seconds", "750")));
        assertEquals("HOLD talk 3,1 MANY", decide(talk, facts("rpm_seconds", "780")));
    }

    @Test
    void aPracticeSetsWhatConditionsCompareWith() {
        RulePlan device = plan("device", Map.of("days", "3 days"));
        assertEquals("BILL two FEW_DAYS", decide(device, facts("device_days", "2")));
        assertEquals("BILL sixteen OK", decide(device, facts("device_days", "3")));
        RulePlan talk = plan("talk", Map.of("talkers", "NP, PA"));
        assertEquals("NO_BILL NOT_INTERACTIVE", decide(talk, facts("billing_role", "MD")));
        assertEquals("BILL talk 0,1 OK", decide(talk, facts("billing_role", "PA")));
    }

    @Test
    void aParameterThatIsYesOrNoSwitchesAClause() {
        assertEquals("BILL sixteen OK", decide(plan("device", Map.of()), facts("month", "weekend")));
        RulePlan off = plan("device", Map.of("weekends-count", "no"));
        assertEquals("HOLD sixteen WEEKEND", decide(off, facts("month", "weekend")));
        assertEquals("BILL sixteen OK", decide(off, facts("month", "initial")));
    }

    @Test
    void aPracticeSetsTheBasisOfTheFees() {
        LocalDate day = LocalDate.of(2025, 3, 31);
        assertEquals(
                Money.parse("20.00"),
                plan("device", Map.of())
                        .parts()
                        .fees()
                        .fee("90001", day, false, "")
                        .orElseThrow());
        assertEquals(
                Money.parse("22.00"),
                plan("device", Map.of("fee-basis", "apm"))
                        .parts()
                        .fees()
                        .fee("90001", day, false, "")
                        .orElseThrow());
        List<InputProblem> problems = DemoRules.problems(DemoRules.files(), Map.of("fee-basis", "other"));
        assertTrue(problems.get(0).remedy().contains("fee-basis"), problems::toString);
    }

    @Test
    void whatAPracticeSetIsKnownToThePlan() {
        assertEquals(
                Map.of("first", "11 min"),
                plan("talk", Map.of("first", "11 min")).parts().overrides());
        assertEquals(Map.of(), plan("talk", Map.of()).parts().overrides());
    }

    @Test
    void whatAPracticeCannotSetIsRefusedWithARemedy() {
        assertTrue(refused("frist", "20 min").contains("Set one of [days, fee-basis, first, further, most"));
        assertTrue(refused("first", "twenty min").contains("Write it with its unit: 20 min."));
        assertTrue(refused("first", "20 days").contains("Write it with its unit: 20 min."));
        assertTrue(refused("weekends-count", "maybe").contains("Write yes or no."));
        assertTrue(refused("talkers", " , ").contains("Write its values with commas"));
        MedleyException thrown = assertThrows(
                MedleyException.class,
                () -> RuleCompiler.compileAll(DemoRules.set(DemoRules.files()), Map.of("frist", "1")));
        assertEquals(ErrorCode.RULES_INVALID, thrown.code());
    }
}

package health.medley.billing.internal.plan;

import static health.medley.billing.internal.plan.DemoRules.decide;
import static health.medley.billing.internal.plan.DemoRules.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.facts.FactRow;
import health.medley.core.InputProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pair edits of one date of service: who gives way, who needs a modifier, and when. */
class PairEditsTest {
    private final RuleProgram program = DemoRules.program();
    private final RulePlan talk = DemoRules.service(program, "talk");
    private final RulePlan device = DemoRules.service(program, "device");

    private static Map<String, String> beside(String codes, String seconds) {
        return facts("other_codes", codes, "same_dos", "Y", "rpm_seconds", seconds);
    }

    private String effects(RulePlan plan, Map<String, String> facts) {
        FactRow row = FactRow.of(plan, facts);
        long lines = plan.lines(row, plan.decide(row));
        StringBuilder effects = new StringBuilder();
        for (Check check : plan.parts().checks()) {
            if (check.other().isPresent() && plan.fires(check, row, lines)) {
                Check.OtherCodes other = check.other().get();
                effects.append(other.refused() ? "refused" : "stands").append(other.modifier());
            }
        }
        return effects + " " + plan.modifiers(row, lines);
    }

    @Test
    void theOtherCodeIsRefusedWhereOursIsColumnOne() {
        assertEquals("BILL talk 0,1 NCCI_PAIR", decide(talk, beside("99374@P1", "1200")));
        assertEquals("refused {}", effects(talk, beside("99374@P1", "1200")));
        assertEquals("refused {}", effects(talk, beside("99377@P1", "1800")));
    }

    @Test
    void anEditActsOnlyOnOneDateAndOnePractitioner() {
        assertEquals("BILL talk 0,1 OK", decide(talk, facts("other_codes", "99374@P1")));
        assertEquals("BILL talk 0,1 OK", decide(talk, facts("other_codes", "99374@P1", "same_dos", "N")));
        assertEquals("BILL talk 0,1 OK", decide(talk, beside("99374@P2", "1200")));
        assertEquals("NO_BILL SHORT", decide(talk, beside("99374@P1", "1199")));
        assertEquals(" {}", effects(talk, beside("99374@P1", "1199")));
    }

    @Test
    void ourCodeIsRefusedWhereItIsColumnTwo() {
        assertEquals("NO_BILL NCCI_PAIR", decide(talk, beside("99358@P1", "1200")));
        Map<String, String> dayBefore = beside("99358@P1", "1200");
        dayBefore.put("date_of_service", "2025-02-28");
        assertEquals("BILL talk 0,1 OK", decide(talk, dayBefore));
        dayBefore.put("date_of_service", "2025-03-01");
        assertEquals("NO_BILL NCCI_PAIR", decide(talk, dayBefore));
        dayBefore.put("date_of_service", "2025-04-01");
        assertEquals("BILL talk 0,1 OK", decide(talk, dayBefore));
    }

    @Test
    void ourAddOnIsRefusedByItselfWhereItIsColumnTwo() {
        assertEquals("BILL talk 0,1 OK", decide(talk, beside("99359@P1", "1799")));
        assertEquals("BILL talk 0,1 NCCI_PAIR", decide(talk, beside("99359@P1", "1800")));
    }

    @Test
    void aVisitCarriesItsOwnModifier() {
        assertEquals("BILL talk 0,1 MODIFIER_25", decide(talk, beside("99213@P1", "1200")));
        assertEquals("stands25 {}", effects(talk, beside("99213@P1", "1200")));
    }

    @Test
    void columnTwoNeedsTheModifier() {
        assertEquals("BILL talk 0,1 MODIFIER_59", decide(talk, beside("99484@P1", "1200")));
        assertEquals("stands59 {}", effects(talk, beside("99484@P1", "1200")));
        assertEquals("BILL sixteen MODIFIER_59", decide(device, beside("99091@P1", "1200")));
        assertEquals(" {90001=59}", effects(device, beside("99091@P1", "1200")));
    }

    @Test
    void anEditThatWasTakenBackDoesNothing() {
        assertEquals("BILL talk 0,1 OK", decide(talk, beside("99490@P1", "1200")));
    }

    @Test
    void theDaysOfAnEditAreNotThoseOfItsCodes() {
        assertTrue(FactRow.validOn(talk, "99358", java.time.LocalDate.of(2025, 5, 1)));
    }

    @Test
    void alikeRowsAreOneCheck() {
        long checks = talk.parts().checks().stream()
                .filter(check -> check.reason().equals("NCCI_PAIR"))
                .count();
        assertEquals(1, checks);
    }

    private static InputProblem first(String from, String to) {
        List<InputProblem> problems = DemoRules.problems(DemoRules.with("ncci.csv", from, to), Map.of());
        assertEquals("ncci.csv", problems.get(0).file());
        return problems.get(0);
    }

    @Test
    void aRowThatCannotBeIsRefusedWithItsLine() {
        assertEquals(2, first("90010,99374,0,", "99999,99374,0,").line());
        assertTrue(first("90010,99374,0,", "99999,99374,0,").problem().contains("Neither code"));
        assertTrue(first("90010,99374,0,", "90010,90001,0,").remedy().contains("one-family"));
        assertTrue(first("90010,99374,0,", "90010,99374,2,").remedy().contains("0, 1 or 9"));
        assertTrue(first("90010,99374,0,2020-01-01", "90010,99374,0,New Year")
                .remedy()
                .contains("YYYY-MM-DD"));
        assertTrue(first("2025-03-01,2025-03-31", "2025-03-01,2025-02-28")
                .problem()
                .contains("before the first"));
        assertTrue(first("90010,99213,1,2020-01-01,,demo", "90010,99213,1,2020-01-01,,")
                .problem()
                .contains("source"));
        assertTrue(first("column1,column2", "col1,col2").remedy().contains("column1"));
    }

    @Test
    void editsAndTheirClauseBelongTogether() {
        Map<String, String> files = DemoRules.files();
        files.remove("ncci.csv");
        assertTrue(DemoRules.problems(files, Map.of()).get(0).problem().contains("no ncci.csv"));
        files = DemoRules.files();
        files.computeIfPresent("conflicts.yaml", (file, text) -> text.replaceAll("(?m)^pair-edits.*\n", ""));
        assertTrue(DemoRules.problems(files, Map.of()).get(0).remedy().contains("Add pair-edits"));
    }
}

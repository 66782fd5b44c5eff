package health.medley.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void moneyKeepsTwoDecimalsAndRefusesToRound() {
        assertEquals("62.50", Money.parse("62.5").toString());
        assertEquals("187.74", Money.parse("62.58").times(3).toString());
        assertEquals(Money.parse("1"), Money.parse("1.00"));
        assertThrows(ArithmeticException.class, () -> Money.parse("0.005"));
    }

    @Test
    void careTimeIsNeverNegativeAndSpeaksInMinutesAndSeconds() {
        assertThrows(IllegalArgumentException.class, () -> new CareTime(-1));
        assertEquals("59 s", new CareTime(59).inWords());
        assertEquals("1 min", new CareTime(60).inWords());
        assertEquals("20 min 1 s", new CareTime(1201).inWords());
        assertEquals(CareTime.ofMinutes(20), new CareTime(1199).plus(new CareTime(1)));
    }

    @Test
    void anInputProblemCutsALongValueAndNamesItsPlace() {
        InputProblem problem = new InputProblem("activity.csv", 12, "start", "x".repeat(200), "p", "r");
        assertEquals(80, problem.value().length());
        assertEquals("activity.csv:12:start", problem.place());
        assertEquals("chart", new InputProblem("chart", 0, "", "", "p", "r").place());
    }

    @Test
    void aFindingKeepsItsFactsInTheOrderOfTheirNames() {
        Finding finding =
                new Finding("OK", Outcome.MET, "s", Map.of("b", "2", "a", "1"), Optional.empty(), Optional.empty());
        assertEquals(List.of("a", "b"), List.copyOf(finding.facts().keySet()));
        assertThrows(UnsupportedOperationException.class, () -> finding.facts().put("c", "3"));
    }

    @Test
    void onlyTheHostAndTheAdministratorMayAdministerThePlatform() {
        for (Role role : Role.values()) {
            boolean expected = role == Role.HOST || role == Role.ADMINISTRATOR;
            assertEquals(expected, role.holds(Permission.ADMINISTER_PLATFORM), role.name());
        }
        assertFalse(Role.CARE_MANAGER.holds(Permission.READ_BILLING));
        assertTrue(Role.AUDITOR.holds(Permission.READ_PLATFORM));
    }

    @Test
    void anErrorCodeHasAPositiveNumberAndANounStateName() {
        assertThrows(IllegalArgumentException.class, () -> new ErrorCode(0, "A_B", ErrorKind.USER));
        assertThrows(IllegalArgumentException.class, () -> new ErrorCode(10000, "lower", ErrorKind.USER));
    }
}

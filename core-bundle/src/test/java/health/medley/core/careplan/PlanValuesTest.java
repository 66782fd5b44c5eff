package health.medley.core.careplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.PatientRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanValuesTest {
    private static final LocalDate DAY = LocalDate.parse("2025-03-10");

    @ParameterizedTest
    @CsvSource({
        "BELOW, 129.9, true",
        "BELOW, 130, false",
        "AT_MOST, 130.0, true",
        "AT_MOST, 130.1, false",
        "AT_LEAST, 130, true",
        "AT_LEAST, 129.9, false",
        "ABOVE, 130.1, true",
        "ABOVE, 130, false",
    })
    void reachesAGoalOnTheSideOfItsBound(GoalBound bound, BigDecimal reading, boolean reached) {
        GoalTarget target = new GoalTarget("pressure", bound, new BigDecimal("130"), "mm[Hg]");

        assertEquals(reached, target.reachedBy(reading));
    }

    @Test
    void wantsAMeasureAndAUnitOfATarget() {
        assertThrows(IllegalArgumentException.class, () -> new GoalTarget(" ", GoalBound.BELOW, BigDecimal.ONE, "mm"));
        assertThrows(IllegalArgumentException.class, () -> new GoalTarget("size", GoalBound.BELOW, BigDecimal.ONE, ""));
    }

    @Test
    void isInForceFromItsFirstToItsLastDay() {
        PlanEdition open = edition(Optional.empty());
        PlanEdition ended = edition(Optional.of(DAY.plusDays(5)));
        PlanEdition replacedTheSameDay = edition(Optional.of(DAY.minusDays(1)));

        assertFalse(open.inForceOn(DAY.minusDays(1)));
        assertTrue(open.inForceOn(DAY) && open.inForceOn(DAY.plusYears(5)));
        assertTrue(ended.inForceOn(DAY.plusDays(5)));
        assertFalse(ended.inForceOn(DAY.plusDays(6)));
        assertFalse(replacedTheSameDay.inForceOn(DAY) || replacedTheSameDay.inForceOn(DAY.minusDays(1)));
    }

    @Test
    void refusesAReviewThatNeverComes() {
        assertThrows(IllegalArgumentException.class, () -> new ReviewSchedule(DAY, 0));
    }

    @Test
    void keepsItsSectionsInTheOrderOfTheElementsWhateverHappensToTheMapItWasGiven() {
        Map<PlanElement, PlanSection> sections = new EnumMap<>(PlanElement.class);
        sections.put(PlanElement.SYMPTOM_MANAGEMENT, PlanSection.notApplicable("none"));
        PlanContent content =
                new PlanContent(List.of(), List.of(), List.of(), sections, Optional.empty(), Optional.empty());
        sections.clear();

        assertEquals(1, content.sections().size());
        assertThrows(
                UnsupportedOperationException.class, () -> content.sections().remove(PlanElement.SYMPTOM_MANAGEMENT));
    }

    @Test
    void tellsBillingTheStrongestActionAndWhetherACopyWasGiven() {
        PlanInForce with = inForce(List.of(DAY), List.of(PlanAction.REVISED, PlanAction.MONITORED));
        PlanInForce without = inForce(List.of(), List.of());

        assertEquals("revised", with.action());
        assertTrue(with.state().copyGiven());
        assertEquals("", without.action());
        assertFalse(without.state().copyGiven());
        assertEquals(Optional.of(DAY), without.state().date());
    }

    private static PlanEdition edition(Optional<LocalDate> until) {
        return new PlanEdition(1, DAY, until, "doc", Optional.empty(), Instant.EPOCH, false, List.of());
    }

    private static PlanInForce inForce(List<LocalDate> copies, List<PlanAction> actions) {
        return new PlanInForce(
                new PatientRef("p" + "a".repeat(26)), "ccm", "plan", 1, DAY, false, copies, actions, Optional.empty());
    }
}

package health.medley.prescription.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartMedication;
import health.medley.core.prescription.ConflictChoice;
import health.medley.core.prescription.ConflictDecision;
import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.ListedMedication;
import health.medley.core.prescription.MedicationConflict;
import health.medley.core.prescription.MedicationList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final ChartMedication WARFARIN =
            MedicationWorld.order("855332", "warfarin sodium 5 MG Oral Tablet", "active", "2024-01-01");
    private static final ChartMedication SIMVASTATIN =
            MedicationWorld.order("312961", "Simvastatin 20 MG Oral Tablet", "active", "2023-01-01");
    private static final String WARFARIN_KEY = MedicationWorld.RXNORM + "|855332";

    private final MedicationWorld world = new MedicationWorld();

    @Test
    void showsWhatTheListLacks() {
        world.chart(WARFARIN);

        MedicationConflict conflict = world.open().get(0);

        assertEquals(ConflictKind.NOT_IN_LIST, conflict.kind());
        assertEquals(List.of(ConflictChoice.ADD, ConflictChoice.LEAVE_OUT), conflict.choices());
    }

    @Test
    void takesOverFromTheChart() {
        world.chart(WARFARIN);

        MedicationList list = world.settle(world.open().get(0), ConflictChoice.ADD);

        ListedMedication entry = list.medications().get(0);
        assertEquals("once a day", entry.directions());
        assertEquals(WARFARIN.authoredOn(), entry.since());
        assertEquals(Optional.of(MedicationWorld.TODAY), list.reconciled());
        assertEquals("ann", list.settled().get(0).by());
        assertEquals(List.of(), world.open());
    }

    @Test
    void leavesOutWhatThePatientDoesNotTakeUntilItIsOrderedAnew() {
        world.chart(WARFARIN);
        world.settle(world.open().get(0), ConflictChoice.LEAVE_OUT);
        assertEquals(List.of(), world.open());
        assertEquals(
                1,
                world.medications
                        .conflicts(MedicationWorld.MANAGER, world.patient)
                        .settled()
                        .size());

        world.chart(
                WARFARIN, MedicationWorld.order("855332", "warfarin sodium 5 MG Oral Tablet", "active", "2025-02-01"));

        assertEquals(1, world.open().size());
    }

    @Test
    void showsWhatTheChartLacksOrStopped() {
        world.chart(WARFARIN);
        world.settleAll();
        world.add("melatonin");
        world.chart(MedicationWorld.order("855332", "warfarin sodium 5 MG Oral Tablet", "stopped", "2024-01-01"));

        List<ConflictKind> kinds =
                world.open().stream().map(MedicationConflict::kind).toList();

        assertEquals(List.of(ConflictKind.STOPPED_IN_CHART, ConflictKind.NOT_IN_CHART), kinds);
    }

    @Test
    void letsAnActiveOrderGoBeforeStoppedOnes() {
        world.chart(
                MedicationWorld.order("855332", "warfarin sodium 5 MG Oral Tablet", "stopped", "2025-01-01"), WARFARIN);

        assertEquals(1, world.open().size());
        assertTrue(world.open().get(0).text().contains("2024-01-01"));
    }

    @Test
    void takesOrdersThatShareACodeForOneMedication() {
        ChartMedication both = new ChartMedication(
                "m2",
                List.of(
                        new ChartCode("http://hl7.org/fhir/sid/ndc", "00056-0172"),
                        new ChartCode(MedicationWorld.RXNORM, "855332")),
                "Coumadin 5 MG",
                "active",
                WARFARIN.authoredOn(),
                "");
        world.chart(WARFARIN, both);
        assertEquals(1, world.open().size());

        world.settleAll();
        world.chart(both);
        assertEquals(List.of(), world.open());
    }

    @Test
    void knowsUncodedOrdersByTheirNames() {
        ChartMedication uncoded = new ChartMedication("m3", List.of(), "Fish oil", "active", WARFARIN.authoredOn(), "");
        world.chart(uncoded, new ChartMedication("m4", List.of(), " ", "active", WARFARIN.authoredOn(), ""));
        assertEquals(1, world.open().size());
        world.settleAll();

        world.chart(new ChartMedication("m5", List.of(), "fish oil ", "active", WARFARIN.authoredOn(), ""));
        assertEquals(List.of(), world.open());
    }

    @Test
    void stopsWhatIsStopped() {
        world.chart(WARFARIN);
        world.settleAll();
        world.chart(MedicationWorld.order("855332", "warfarin sodium 5 MG Oral Tablet", "stopped", "2024-01-01"));

        world.settle(world.open().get(0), ConflictChoice.STOP);

        assertEquals(
                Optional.of(MedicationWorld.TODAY),
                world.list().medications().get(0).stopped());
        assertEquals(List.of(), world.open());
    }

    @Test
    void takesAMedicationStoppedHereForSettledUntilItIsOrderedAfterwards() {
        world.chart(WARFARIN, SIMVASTATIN);
        world.settleAll();
        world.add("ibuprofen");
        MedicationConflict bleeding = world.open().stream()
                .filter(conflict -> conflict.kind() == ConflictKind.INTERACTION)
                .findFirst()
                .orElseThrow();
        world.decide(
                new ConflictDecision(bleeding.id(), ConflictChoice.STOP, Optional.of(WARFARIN_KEY), "too dangerous"));

        assertFalse(world.open().stream().anyMatch(conflict -> conflict.kind() == ConflictKind.NOT_IN_LIST));
        world.chart(
                SIMVASTATIN,
                MedicationWorld.order("855332", "warfarin sodium 5 MG Oral Tablet", "active", "2025-03-16"));
        assertTrue(world.open().stream().anyMatch(conflict -> conflict.kind() == ConflictKind.NOT_IN_LIST));
    }

    @Test
    void takesOverFirstAndStopsThenWhateverTheOrderOfTheDecisions() {
        world.chart(WARFARIN);
        world.add("ibuprofen");
        MedicationConflict bleeding = interaction();
        MedicationConflict missing = world.open().get(0);
        assertEquals(ConflictKind.NOT_IN_LIST, missing.kind());

        MedicationList list = world.decide(
                new ConflictDecision(bleeding.id(), ConflictChoice.STOP, Optional.of(WARFARIN_KEY), "reason"),
                new ConflictDecision(missing.id(), ConflictChoice.ADD, Optional.empty(), "reason"));

        assertFalse(list.medications().get(1).taken());
    }

    @Test
    void wantsToKnowWhichOfTwoIsStopped() {
        world.add("warfarin");
        world.add("ibuprofen");
        MedicationConflict bleeding = interaction();

        MedicationWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> world.settle(bleeding, ConflictChoice.STOP));
        MedicationWorld.refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> world.decide(
                        new ConflictDecision(bleeding.id(), ConflictChoice.STOP, Optional.of("aspirin"), "reason")));
        MedicationList list = world.decide(
                new ConflictDecision(bleeding.id(), ConflictChoice.STOP, Optional.of("ibuprofen"), "reason"));

        assertEquals(
                Optional.of(MedicationWorld.TODAY), list.medications().get(1).stopped());
    }

    @Test
    void refusesADecisionThatFitsNoOpenConflictAndSettlesNothingThen() {
        world.chart(WARFARIN, SIMVASTATIN);
        MedicationConflict first = world.open().get(0);
        ConflictDecision good = new ConflictDecision(first.id(), ConflictChoice.ADD, Optional.empty(), "reason");

        for (ConflictDecision bad : List.of(
                new ConflictDecision("nothing", ConflictChoice.ADD, Optional.empty(), "reason"),
                new ConflictDecision(world.open().get(1).id(), ConflictChoice.KEEP, Optional.empty(), "reason"),
                new ConflictDecision(world.open().get(1).id(), ConflictChoice.ADD, Optional.empty(), " "),
                good)) {
            MedicationWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> world.decide(good, bad));
        }
        MedicationWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> world.decide());
        assertEquals(0, world.list().version());
    }

    @Test
    void givesTheSameConflictTheSameIdAndAnotherAnother() {
        world.chart(WARFARIN, SIMVASTATIN);
        List<String> ids = world.open().stream().map(MedicationConflict::id).toList();

        assertEquals(ids, world.open().stream().map(MedicationConflict::id).toList());
        assertNotEquals(ids.get(0), ids.get(1));
    }

    private MedicationConflict interaction() {
        return world.open().stream()
                .filter(conflict -> conflict.kind() == ConflictKind.INTERACTION)
                .findFirst()
                .orElseThrow();
    }
}

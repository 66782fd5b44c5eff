package health.medley.prescription.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.chart.ChartAllergy;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartMedication;
import health.medley.core.prescription.Adherence;
import health.medley.core.prescription.ConflictChoice;
import health.medley.core.prescription.ConflictDecision;
import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.ListedMedication;
import health.medley.core.prescription.MedicationCode;
import health.medley.core.prescription.MedicationConflict;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.MedicationReview;
import health.medley.core.prescription.NewAdherenceNote;
import health.medley.core.prescription.NewMedication;
import health.medley.record.RecordIds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MedicationListTest {
    private static final ChartMedication WARFARIN =
            MedicationWorld.order("855332", "warfarin sodium 5 MG Oral Tablet", "active", "2024-01-01");
    private static final String WARFARIN_KEY = MedicationWorld.RXNORM + "|855332";

    private final MedicationWorld world = new MedicationWorld();

    @Test
    void beginsWithAnEmptyListOfVersionZero() {
        MedicationList list = world.list();

        assertEquals(0, list.version());
        assertEquals(List.of(), list.medications());
        assertEquals(List.of(), world.open());
    }

    @Test
    void leavesTheListOfTwoWritersToTheFirst() {
        world.add("warfarin");

        MedicationWorld.refused(
                ErrorCode.RECORD_CHANGED,
                () -> world.medications.add(
                        MedicationWorld.MANAGER,
                        world.patient,
                        0,
                        new NewMedication(new MedicationCode("", "", "aspirin"), "", Optional.empty())));
    }

    @Test
    void checksOrdersOfTheChartThatNobodyDecidedOn() {
        world.chart(WARFARIN);
        world.add("ibuprofen");
        MedicationConflict bleeding = interaction();

        world.decide(new ConflictDecision(
                bleeding.id(), ConflictChoice.STOP, Optional.of(WARFARIN_KEY), "the INR clinic stopped it"));

        ListedMedication stopped = world.list().medications().get(1);
        assertEquals(WARFARIN_KEY, stopped.medication().key());
        assertEquals(Optional.of(MedicationWorld.TODAY), stopped.stopped());
        assertFalse(world.open().stream().anyMatch(conflict -> conflict.kind() == ConflictKind.NOT_IN_LIST));
    }

    @Test
    void checksNoOrderThatWasLeftOut() {
        world.chart(WARFARIN);
        world.settle(world.open().get(0), ConflictChoice.LEAVE_OUT);
        world.add("ibuprofen");

        assertFalse(world.open().stream().anyMatch(conflict -> conflict.kind() == ConflictKind.INTERACTION));
    }

    @Test
    void keepsADecisionOnAnInteractionWhenTheOrderIsTakenOver() {
        world.chart(WARFARIN);
        world.add("ibuprofen");
        world.settle(interaction(), ConflictChoice.KEEP);
        world.settle(world.open().get(0), ConflictChoice.ADD);

        assertEquals(
                List.of(ConflictKind.NOT_IN_CHART),
                world.open().stream().map(MedicationConflict::kind).toList());
    }

    @Test
    void saysWhatTheDataDoesNotKnow() {
        world.add("warfarin");
        world.add("melatonin");

        MedicationReview review = world.medications.conflicts(MedicationWorld.MANAGER, world.patient);

        assertEquals(List.of("melatonin"), review.coverage().get(0).unknown());
        assertEquals(2, review.coverage().get(0).asked());
        assertTrue(review.coverage().get(0).statement().startsWith("1 of 2 medications are known"));
    }

    @Test
    void showsAllergies() {
        world.chart(List.of(new ChartAllergy(
                "a1",
                List.of(new ChartCode(MedicationWorld.RXNORM, "29046")),
                "Lisinopril",
                "active",
                "high",
                Optional.empty())));
        world.add("lisinopril 10 mg");

        assertTrue(world.open().stream().anyMatch(conflict -> conflict.kind() == ConflictKind.ALLERGY));
    }

    @Test
    void showsNoAllergyThatWasResolved() {
        world.chart(List.of(new ChartAllergy("a1", List.of(), "Lisinopril", "resolved", "high", Optional.empty())));
        world.add("lisinopril 10 mg");

        assertFalse(world.open().stream().anyMatch(conflict -> conflict.kind() == ConflictKind.ALLERGY));
    }

    @Test
    void sendsNobodyAwayWithoutACheckerButSaysThatNothingWasChecked() {
        MedicationWorld other = new MedicationWorld();
        other.medications.removeChecker(other.medications.checkers().all().get("table"));
        other.add("warfarin");
        other.add("ibuprofen");

        assertEquals(
                List.of(),
                other.medications
                        .conflicts(MedicationWorld.MANAGER, other.patient)
                        .coverage());
    }

    @Test
    void keepsNotesOnAdherence() {
        world.add("warfarin");
        NewAdherenceNote note =
                new NewAdherenceNote("warfarin", Adherence.MISSES_DOSES, MedicationWorld.TODAY, "forgets the evening");

        MedicationList list = world.medications.note(
                MedicationWorld.MANAGER, world.patient, world.list().version(), note);

        assertEquals(note, list.notes().get(0).note());
        MedicationWorld.refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> world.medications.note(
                        MedicationWorld.MANAGER,
                        world.patient,
                        list.version(),
                        new NewAdherenceNote("aspirin", Adherence.AS_DIRECTED, MedicationWorld.TODAY, "")));
        MedicationWorld.refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> world.medications.note(
                        MedicationWorld.MANAGER,
                        world.patient,
                        list.version(),
                        new NewAdherenceNote(
                                "warfarin", Adherence.AS_DIRECTED, MedicationWorld.TODAY.plusDays(1), "")));
    }

    @Test
    void refusesWhatTheListHasAndWhoSawAnOlderVersion() {
        world.add("warfarin");

        MedicationWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> world.add("Warfarin "));
        MedicationWorld.refused(
                ErrorCode.RECORD_CHANGED,
                () -> world.medications.reconcile(MedicationWorld.MANAGER, world.patient, 0, List.of()));
        MedicationWorld.refused(
                ErrorCode.PATIENT_UNKNOWN,
                () -> world.medications.medications(MedicationWorld.MANAGER, RecordIds.patient()));
        MedicationWorld.refused(
                ErrorCode.PATIENT_UNKNOWN,
                () -> world.medications.note(
                        MedicationWorld.MANAGER,
                        RecordIds.patient(),
                        0,
                        new NewAdherenceNote("warfarin", Adherence.AS_DIRECTED, MedicationWorld.TODAY, "")));
    }

    private MedicationConflict interaction() {
        return world.open().stream()
                .filter(conflict -> conflict.kind() == ConflictKind.INTERACTION)
                .findFirst()
                .orElseThrow();
    }
}

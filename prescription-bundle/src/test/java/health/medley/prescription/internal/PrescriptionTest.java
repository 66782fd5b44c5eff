package health.medley.prescription.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.Page;
import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.prescription.ConflictChoice;
import health.medley.core.prescription.ListedMedication;
import health.medley.core.prescription.MedicationCode;
import health.medley.core.prescription.MedicationConflict;
import health.medley.core.prescription.MedicationOrigin;
import health.medley.core.prescription.NewPrescription;
import health.medley.core.prescription.PharmacyAnswer;
import health.medley.core.prescription.Prescription;
import health.medley.core.prescription.PrescriptionQuery;
import health.medley.core.prescription.PrescriptionService;
import health.medley.core.prescription.PrescriptionStatus;
import health.medley.core.prescription.RefillDecision;
import health.medley.record.RecordIds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrescriptionTest {
    private static final MedicationCode SPIRONOLACTONE =
            new MedicationCode(MedicationWorld.RXNORM, "313096", "spironolactone 25 MG Oral Tablet");

    private final MedicationWorld world = new MedicationWorld();

    @Test
    void isOnTheListOnceItIsSigned() {
        Prescription draft = world.drafted();
        assertEquals(List.of(), world.list().medications());

        Prescription signed = world.sign(draft);

        ListedMedication entry = world.list().medications().get(0);
        assertEquals(MedicationWorld.LISINOPRIL, entry.medication());
        assertEquals(MedicationOrigin.PRESCRIPTION, entry.origin());
        assertEquals(Optional.of(signed.id()), entry.prescription());
        assertEquals(Optional.of(MedicationWorld.TODAY), entry.since());
        assertEquals(List.of(), world.open());
    }

    @Test
    void isSignedAndRefilledByPractitionersAlone() throws NoSuchMethodException {
        Class<?> service = PrescriptionService.class;

        assertEquals(
                Permission.APPROVE_CARE,
                service.getMethod("sign", Caller.class, String.class, long.class, String.class)
                        .getAnnotation(Requires.class)
                        .value());
        assertEquals(
                Permission.APPROVE_CARE,
                service.getMethod("decideRefill", Caller.class, String.class, long.class, RefillDecision.class)
                        .getAnnotation(Requires.class)
                        .value());
    }

    @Test
    void isNotSignedWhileItInteractsAndNobodySettledThat() {
        world.signed();
        Prescription draft = world.drafted(SPIRONOLACTONE, 0);

        String message = MedicationWorld.refused(ErrorCode.CONFLICT_OPEN, () -> world.sign(draft))
                .getMessage();
        assertTrue(message.contains("INTERACTION"), message);
        assertFalse(message.contains("spironolactone"), message);

        MedicationConflict conflict = world.open().get(0);
        assertEquals(2, conflict.medications().size());
        world.settle(conflict, ConflictChoice.KEEP);
        assertEquals(PrescriptionStatus.SIGNED, world.sign(draft).status());
        assertEquals(List.of(), world.open());
    }

    @Test
    void isNotSignedWhileItInteractsWithAnOrderOfTheChartThatNobodyDecidedOn() {
        world.chart(MedicationWorld.order("314076", "lisinopril 10 MG Oral Tablet", "active", "2024-01-01"));
        Prescription draft = world.drafted(SPIRONOLACTONE, 0);

        MedicationWorld.refused(ErrorCode.CONFLICT_OPEN, () -> world.sign(draft));
    }

    @Test
    void isSignedInSpiteOfConflictsThatAreNotItsOwn() {
        world.chart(MedicationWorld.order("855332", "warfarin sodium 5 MG Oral Tablet", "active", "2024-01-01"));
        assertEquals(1, world.open().size());

        assertEquals(PrescriptionStatus.SIGNED, world.signed().status());
    }

    @Test
    void refusesAnNpiThatIsNone() {
        Prescription draft = world.drafted();

        MedicationWorld.refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> world.prescriptions.sign(MedicationWorld.DOCTOR, draft.id(), draft.version(), "123"));
    }

    @Test
    void staysAsItIsWhenTheGatewayFailsAndIsSentAgainUnderTheSameNumber() {
        Prescription signed = world.signed();
        world.gateway.down = true;
        MedicationWorld.refused(ErrorCode.GATEWAY_FAILED, () -> world.send(signed));
        assertEquals(
                signed,
                world.prescriptions
                        .history(MedicationWorld.MANAGER, signed.id())
                        .get(1));

        world.gateway.down = false;
        Prescription sent = world.send(signed);

        assertEquals(Optional.of("receipt-" + signed.id() + "-1"), sent.receipt());
        world.send(world.report(sent, PharmacyAnswer.REFUSED));
        assertEquals(List.of(signed.id() + "-1", signed.id() + "-1"), world.gateway.sent);
    }

    @Test
    void namesTheGatewaysThatAreThere() {
        Prescription signed = world.signed();

        String message = MedicationWorld.refused(
                        ErrorCode.ARGUMENT_INVALID,
                        () -> world.prescriptions.send(
                                MedicationWorld.MANAGER, signed.id(), signed.version(), "pigeon"))
                .getMessage();
        assertTrue(message.contains("[fake]"), message);
    }

    @Test
    void isDispensedAsOftenAsAllowed() {
        Prescription once = world.standing(PrescriptionStatus.DISPENSED);
        Prescription twice = world.report(once, PharmacyAnswer.DISPENSED);
        assertEquals(2, twice.dispensed());

        MedicationWorld.refused(ErrorCode.STATE_INVALID, () -> world.report(twice, PharmacyAnswer.DISPENSED));
        Prescription denied = world.decideRefill(world.requestRefill(twice), 0);
        MedicationWorld.refused(ErrorCode.STATE_INVALID, () -> world.report(denied, PharmacyAnswer.DISPENSED));

        Prescription approved = world.decideRefill(world.requestRefill(denied), 1);
        Prescription third = world.report(world.send(approved), PharmacyAnswer.DISPENSED);
        assertEquals(3, third.dispensed());
        assertEquals(twice.id() + "-2", world.gateway.sent.get(1));
        MedicationWorld.refused(ErrorCode.STATE_INVALID, () -> world.report(third, PharmacyAnswer.DISPENSED));
    }

    @Test
    void isDispensedOnItsLastDayAndExpiresOnTheNext() {
        Prescription sent = world.standing(PrescriptionStatus.SENT);
        world.clock.set("2026-03-20T16:00:00Z");

        MedicationWorld.refused(
                ErrorCode.STATE_INVALID, () -> world.report(sent, PharmacyAnswer.EXPIRED, MedicationWorld.LAST_DAY));
        MedicationWorld.refused(
                ErrorCode.STATE_INVALID,
                () -> world.report(sent, PharmacyAnswer.DISPENSED, MedicationWorld.LAST_DAY.plusDays(1)));
        Prescription dispensed = world.report(sent, PharmacyAnswer.DISPENSED, MedicationWorld.LAST_DAY);
        MedicationWorld.refused(ErrorCode.STATE_INVALID, () -> world.requestRefill(dispensed));
        assertEquals(
                PrescriptionStatus.EXPIRED,
                world.report(dispensed, PharmacyAnswer.EXPIRED, MedicationWorld.LAST_DAY.plusDays(1))
                        .status());
    }

    @Test
    void isNeitherSignedNorSentAfterItsLastDay() {
        Prescription draft = world.drafted();
        Prescription signed = world.signed();
        world.clock.set("2026-03-16T03:59:00Z");
        // still the last day in Boston
        assertEquals(PrescriptionStatus.SENT, world.send(signed).status());
        world.clock.set("2026-03-16T04:00:00Z");

        MedicationWorld.refused(ErrorCode.STATE_INVALID, () -> world.sign(draft));
    }

    @Test
    void refusesDaysToComeAndALastDayThatIsOver() {
        Prescription sent = world.standing(PrescriptionStatus.SENT);

        MedicationWorld.refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> world.report(sent, PharmacyAnswer.ACCEPTED, MedicationWorld.TODAY.plusDays(1)));
        MedicationWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> prescribe(MedicationWorld.TODAY.minusDays(1)));
        assertEquals(MedicationWorld.TODAY, prescribe(MedicationWorld.TODAY).lastDay());
    }

    @Test
    void tellsThePharmacyOfACancellationWhereItHasTheOrder() {
        Prescription sent = world.standing(PrescriptionStatus.ACCEPTED);
        world.gateway.down = true;
        MedicationWorld.refused(ErrorCode.GATEWAY_FAILED, () -> world.cancel(sent));

        world.gateway.down = false;
        world.cancel(sent);
        world.cancel(world.signed());

        assertEquals(List.of(sent.id() + "-1"), world.gateway.cancelled);
    }

    @Test
    void leavesTheListWhenItIsCancelledBeforeItWasDispensed() {
        world.cancel(world.standing(PrescriptionStatus.SENT));

        assertEquals(
                Optional.of(MedicationWorld.TODAY),
                world.list().medications().get(0).stopped());
    }

    @Test
    void staysOnTheListWhenItIsCancelledAfterItWasDispensed() {
        world.cancel(world.standing(PrescriptionStatus.DISPENSED));

        assertTrue(world.list().medications().get(0).taken());
    }

    @Test
    void wantsAReasonForACancellation() {
        Prescription draft = world.drafted();

        MedicationWorld.refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> world.prescriptions.cancel(MedicationWorld.MANAGER, draft.id(), draft.version(), " "));
    }

    @Test
    void refusesWhoSawAnOlderVersionAndWhoNamesNobody() {
        Prescription draft = world.drafted();
        world.sign(draft);

        MedicationWorld.refused(ErrorCode.RECORD_CHANGED, () -> world.cancel(draft));
        MedicationWorld.refused(
                ErrorCode.RECORD_ABSENT, () -> world.prescriptions.history(MedicationWorld.MANAGER, "none"));
        MedicationWorld.refused(
                ErrorCode.PATIENT_UNKNOWN,
                () -> world.prescriptions.prescribe(
                        MedicationWorld.MANAGER,
                        new NewPrescription(
                                RecordIds.patient(),
                                MedicationWorld.LISINOPRIL,
                                "one",
                                BigDecimal.ONE,
                                "tablet",
                                1,
                                0,
                                "",
                                Optional.empty())));
    }

    @Test
    void isListedByPatientAndStatus() {
        Prescription draft = world.drafted();
        Prescription signed = world.signed();

        assertEquals(
                List.of(draft, signed),
                world.prescriptions.prescriptions(MedicationWorld.MANAGER, PrescriptionQuery.of(world.patient)));
        assertEquals(
                List.of(signed),
                world.prescriptions.prescriptions(
                        MedicationWorld.MANAGER,
                        new PrescriptionQuery(Optional.empty(), Optional.of(PrescriptionStatus.SIGNED), Page.FIRST)));
    }

    private Prescription prescribe(LocalDate lastDay) {
        return world.prescriptions.prescribe(
                MedicationWorld.MANAGER,
                new NewPrescription(
                        world.patient,
                        MedicationWorld.LISINOPRIL,
                        "one a day",
                        BigDecimal.TEN,
                        "tablet",
                        10,
                        0,
                        "",
                        Optional.of(lastDay)));
    }
}

package health.medley.prescription.internal;

import static health.medley.core.prescription.PrescriptionStatus.ACCEPTED;
import static health.medley.core.prescription.PrescriptionStatus.CANCELLED;
import static health.medley.core.prescription.PrescriptionStatus.DISPENSED;
import static health.medley.core.prescription.PrescriptionStatus.DRAFT;
import static health.medley.core.prescription.PrescriptionStatus.EXPIRED;
import static health.medley.core.prescription.PrescriptionStatus.REFILL_APPROVED;
import static health.medley.core.prescription.PrescriptionStatus.REFILL_DENIED;
import static health.medley.core.prescription.PrescriptionStatus.REFILL_REQUESTED;
import static health.medley.core.prescription.PrescriptionStatus.REFUSED;
import static health.medley.core.prescription.PrescriptionStatus.SENT;
import static health.medley.core.prescription.PrescriptionStatus.SIGNED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.prescription.PharmacyAnswer;
import health.medley.core.prescription.Prescription;
import health.medley.core.prescription.PrescriptionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PrescriptionStepTest {
    private static final Set<PrescriptionStatus> LIVING =
            Set.of(DRAFT, SIGNED, SENT, ACCEPTED, REFUSED, DISPENSED, REFILL_REQUESTED, REFILL_APPROVED, REFILL_DENIED);

    /** From where each step is possible; written by hand from the life of a prescription, not from the code. */
    private static final Map<PrescriptionStep, Set<PrescriptionStatus>> POSSIBLE = Map.of(
            PrescriptionStep.SIGN, Set.of(DRAFT),
            PrescriptionStep.SEND, Set.of(SIGNED, REFUSED, REFILL_APPROVED),
            PrescriptionStep.ACCEPT, Set.of(SENT),
            PrescriptionStep.REFUSE, Set.of(SENT, ACCEPTED),
            PrescriptionStep.DISPENSE, Set.of(SENT, ACCEPTED, DISPENSED, REFILL_DENIED),
            PrescriptionStep.REQUEST_REFILL, Set.of(DISPENSED, REFILL_DENIED),
            PrescriptionStep.APPROVE_REFILL, Set.of(REFILL_REQUESTED),
            PrescriptionStep.DENY_REFILL, Set.of(REFILL_REQUESTED),
            PrescriptionStep.CANCEL, LIVING,
            PrescriptionStep.EXPIRE, LIVING);

    private static final Map<PrescriptionStep, PrescriptionStatus> LEADS_TO = Map.of(
            PrescriptionStep.SIGN, SIGNED,
            PrescriptionStep.SEND, SENT,
            PrescriptionStep.ACCEPT, ACCEPTED,
            PrescriptionStep.REFUSE, REFUSED,
            PrescriptionStep.DISPENSE, DISPENSED,
            PrescriptionStep.REQUEST_REFILL, REFILL_REQUESTED,
            PrescriptionStep.APPROVE_REFILL, REFILL_APPROVED,
            PrescriptionStep.DENY_REFILL, REFILL_DENIED,
            PrescriptionStep.CANCEL, CANCELLED,
            PrescriptionStep.EXPIRE, EXPIRED);

    @TestFactory
    List<DynamicTest> everyStepFromEveryStatus() {
        List<DynamicTest> tests = new ArrayList<>();
        for (PrescriptionStep step : PrescriptionStep.values()) {
            for (PrescriptionStatus status : PrescriptionStatus.values()) {
                tests.add(DynamicTest.dynamicTest(step + " from " + status, () -> check(step, status)));
            }
        }
        assertEquals(110, tests.size());
        return tests;
    }

    private static void check(PrescriptionStep step, PrescriptionStatus status) {
        MedicationWorld world = new MedicationWorld();
        Prescription before = world.standing(status);
        assertEquals(status, before.status());
        if (POSSIBLE.get(step).contains(status)) {
            Prescription after = take(world, step, before);
            assertEquals(LEADS_TO.get(step), after.status());
            assertEquals(before.version() + 1, after.version());
            assertEquals(
                    after.status(),
                    after.events().get(after.events().size() - 1).status());
        } else {
            String message = MedicationWorld.refused(ErrorCode.STATE_INVALID, () -> take(world, step, before))
                    .getMessage();
            assertTrue(message.contains(status.name()) && message.contains("what can be done"), message);
        }
    }

    private static Prescription take(MedicationWorld world, PrescriptionStep step, Prescription before) {
        return switch (step) {
            case SIGN -> world.sign(before);
            case SEND -> world.send(before);
            case ACCEPT -> world.report(before, PharmacyAnswer.ACCEPTED);
            case REFUSE -> world.report(before, PharmacyAnswer.REFUSED);
            case DISPENSE -> world.report(before, PharmacyAnswer.DISPENSED);
            case REQUEST_REFILL -> world.requestRefill(before);
            case APPROVE_REFILL -> world.decideRefill(before, 1);
            case DENY_REFILL -> world.decideRefill(before, 0);
            case CANCEL -> world.cancel(before);
            case EXPIRE -> world.expired(before);
        };
    }
}

package health.medley.careplan.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.CopyForm;
import health.medley.core.careplan.CopyRecipient;
import health.medley.core.careplan.NewPlanNote;
import health.medley.core.careplan.PlanAction;
import health.medley.core.careplan.PlanApproval;
import health.medley.core.careplan.PlanClosing;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanCopy;
import health.medley.core.careplan.PlanStatus;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PlanStepTest {

    /** Written by hand from the state machine, not from the code. */
    private static final Map<PlanStep, Map<PlanStatus, PlanStatus>> LEADS_TO = new EnumMap<>(Map.of(
            PlanStep.REVISE,
                    Map.of(
                            PlanStatus.DRAFT, PlanStatus.DRAFT,
                            PlanStatus.ACTIVE, PlanStatus.REVISED,
                            PlanStatus.REVISED, PlanStatus.REVISED),
            PlanStep.APPROVE, Map.of(PlanStatus.DRAFT, PlanStatus.ACTIVE, PlanStatus.REVISED, PlanStatus.ACTIVE),
            PlanStep.GIVE_COPY, Map.of(PlanStatus.ACTIVE, PlanStatus.ACTIVE, PlanStatus.REVISED, PlanStatus.REVISED),
            PlanStep.NOTE, Map.of(PlanStatus.ACTIVE, PlanStatus.ACTIVE, PlanStatus.REVISED, PlanStatus.REVISED),
            PlanStep.CLOSE,
                    Map.of(
                            PlanStatus.DRAFT, PlanStatus.CLOSED,
                            PlanStatus.ACTIVE, PlanStatus.CLOSED,
                            PlanStatus.REVISED, PlanStatus.CLOSED)));

    @TestFactory
    List<DynamicTest> everyStepFromEveryStatus() {
        Set<PlanStatus> all = EnumSet.allOf(PlanStatus.class);
        return List.of(PlanStep.values()).stream()
                .flatMap(step -> all.stream()
                        .map(status -> DynamicTest.dynamicTest(step + " from " + status, () -> check(step, status))))
                .toList();
    }

    private static void check(PlanStep step, PlanStatus status) {
        PlanWorld world = new PlanWorld();
        CarePlan plan = world.standing(status);
        assertEquals(status, plan.status());
        PlanStatus next = LEADS_TO.get(step).get(status);
        if (next == null) {
            String message = PlanWorld.refused(ErrorCode.STATE_INVALID, () -> take(world, step, plan))
                    .getMessage();
            assertTrue(message.contains(status.name()) && message.contains("what can be done"), message);
        } else {
            CarePlan after = assertDoesNotThrow(() -> take(world, step, plan));
            assertEquals(next, after.status());
            assertEquals(plan.version() + 1, after.version());
        }
    }

    private static CarePlan take(PlanWorld world, PlanStep step, CarePlan plan) {
        PlanContent content = plan.draft().or(plan::content).orElseThrow();
        return switch (step) {
            case REVISE -> world.plans.revise(PlanWorld.MANAGER, plan.id(), plan.version(), content, "why");
            case APPROVE ->
                world.plans.approve(
                        PlanWorld.DOCTOR,
                        plan.id(),
                        plan.version(),
                        new PlanApproval(PlanWorld.TODAY, Optional.of("1999999018")));
            case GIVE_COPY ->
                world.plans.giveCopy(
                        PlanWorld.MANAGER,
                        plan.id(),
                        plan.version(),
                        new PlanCopy(CopyRecipient.PATIENT, CopyForm.PAPER, PlanWorld.TODAY));
            case NOTE ->
                world.plans.note(
                        PlanWorld.MANAGER,
                        plan.id(),
                        plan.version(),
                        new NewPlanNote(PlanAction.MONITORED, PlanWorld.TODAY, "called", List.of()));
            case CLOSE ->
                world.plans.close(
                        PlanWorld.MANAGER, plan.id(), plan.version(), new PlanClosing(PlanWorld.TODAY, "moved"));
        };
    }
}

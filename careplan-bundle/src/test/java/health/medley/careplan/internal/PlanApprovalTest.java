package health.medley.careplan.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.Role;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.CarePlanService;
import health.medley.core.careplan.PlanApproval;
import health.medley.core.careplan.PlanEdition;
import health.medley.core.prescription.ConflictKind;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanApprovalTest {
    private final PlanWorld world = new PlanWorld();

    @Test
    void putsTheDraftInForce() {
        CarePlan draft = world.completed();
        CarePlan active = world.approve(draft, PlanWorld.TODAY);

        assertEquals(draft.draft(), active.content());
        assertEquals(Optional.empty(), active.draft());
        PlanEdition edition = active.editions().get(0);
        assertEquals(1, edition.number());
        assertEquals("doc", edition.approvedBy());
        assertEquals(PlanWorld.TODAY, edition.from());
        assertFalse(edition.backdated());
    }

    @Test
    void isForPractitionersAlone() throws NoSuchMethodException {
        Permission needed = CarePlanService.class
                .getMethod("approve", health.medley.core.Caller.class, String.class, long.class, PlanApproval.class)
                .getAnnotation(Requires.class)
                .value();

        assertEquals(Permission.APPROVE_CARE, needed);
        assertTrue(Role.PRACTITIONER.holds(needed));
        assertFalse(Role.CARE_MANAGER.holds(needed) || Role.ADMINISTRATOR.holds(needed) || Role.BILLER.holds(needed));
    }

    @Test
    void marksADayInThePastAndRefusesOneToCome() {
        CarePlan draft = world.completed();

        PlanWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> world.approve(draft, PlanWorld.TODAY.plusDays(1)));
        CarePlan active = world.approve(draft, PlanWorld.TODAY.minusDays(1));

        assertTrue(active.editions().get(0).backdated());
        assertEquals(world.clock.instant(), active.editions().get(0).approvedAt());
    }

    @Test
    void countsTodayInThePracticesZone() {
        // four in the morning of the 16th in UTC is still the 15th in Boston
        world.clock.set("2025-03-16T03:59:59Z");
        CarePlan draft = world.completed();

        PlanWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> world.approve(draft, PlanWorld.TODAY.plusDays(1)));
        world.clock.set("2025-03-16T04:00:00Z");
        assertEquals(
                PlanWorld.TODAY.plusDays(1),
                world.approve(draft, PlanWorld.TODAY.plusDays(1))
                        .editions()
                        .get(0)
                        .from());
    }

    @Test
    void refusesAnIncompletePlanAndSaysWhatIsMissing() {
        CarePlan draft = world.drafted();

        String message = PlanWorld.refused(ErrorCode.CONFLICT_OPEN, () -> world.approve(draft, PlanWorld.TODAY))
                .getMessage();

        assertTrue(message.contains("REVIEW_SCHEDULE") && message.contains("CAREGIVER_ASSESSMENT"), message);
        assertFalse(message.contains("metabolic"), message);
    }

    @Test
    void refusesWhileMedicationsAreInConflict() {
        CarePlan draft = world.completed();
        world.medications.open(ConflictKind.INTERACTION);
        world.medications.open(ConflictKind.NOT_IN_LIST);

        String message = PlanWorld.refused(ErrorCode.CONFLICT_OPEN, () -> world.approve(draft, PlanWorld.TODAY))
                .getMessage();
        assertTrue(message.contains("1 of kind INTERACTION") && message.contains("1 of kind NOT_IN_LIST"), message);
        assertFalse(message.contains("warfarin") || message.contains("secret"), message);

        world.medications.settleAll();
        assertEquals(1, world.approve(draft, PlanWorld.TODAY).editions().size());
    }

    @Test
    void keepsTheEditionInForceUntilTheNextIsApproved() {
        LocalDate first = LocalDate.parse("2025-02-01");
        CarePlan revised = world.revised(world.approved(first));
        assertEquals(Optional.empty(), revised.editions().get(0).until());
        assertTrue(revised.content().isPresent() && revised.draft().isPresent());

        LocalDate second = LocalDate.parse("2025-03-10");
        CarePlan active = world.approve(revised, second);

        assertEquals(Optional.of(second.minusDays(1)), active.editions().get(0).until());
        assertEquals(Optional.empty(), active.editions().get(1).until());
        assertEquals(2, active.editions().get(1).number());
    }

    @Test
    void refusesADayBeforeTheLastEdition() {
        CarePlan revised = world.revised(world.approved(LocalDate.parse("2025-02-01")));

        PlanWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> world.approve(revised, LocalDate.parse("2025-01-31")));
        assertEquals(
                LocalDate.parse("2025-01-31"),
                world.approve(revised, LocalDate.parse("2025-02-01"))
                        .editions()
                        .get(0)
                        .until()
                        .orElseThrow());
    }

    @Test
    void refusesAReviewAndGoalsThatAreOverWhenItComesIntoForce() {
        CarePlan draft = world.completed();
        world.clock.set("2025-09-16T16:00:00Z");

        String message = PlanWorld.refused(
                        ErrorCode.CONFLICT_OPEN, () -> world.approve(draft, LocalDate.parse("2025-09-16")))
                .getMessage();
        assertTrue(message.contains("next review is before") && message.contains("goal 3 has a target"), message);

        // the systolic and diastolic goals end on 15 June
        PlanWorld.refused(ErrorCode.CONFLICT_OPEN, () -> world.approve(draft, LocalDate.parse("2025-06-16")));
        assertEquals(
                1,
                world.approve(draft, LocalDate.parse("2025-06-15")).editions().size());
    }

    @Test
    void refusesAnNpiThatIsNone() {
        CarePlan draft = world.completed();

        PlanWorld.refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> world.plans.approve(
                        PlanWorld.DOCTOR,
                        draft.id(),
                        draft.version(),
                        new PlanApproval(PlanWorld.TODAY, Optional.of("199999901"))));
    }

    @Test
    void refusesWhoSawAnOlderVersion() {
        CarePlan draft = world.completed();
        world.revised(draft);

        PlanWorld.refused(ErrorCode.RECORD_CHANGED, () -> world.approve(draft, PlanWorld.TODAY));
        PlanWorld.refused(
                ErrorCode.RECORD_ABSENT,
                () -> world.plans.approve(
                        PlanWorld.DOCTOR, "none", 1, new PlanApproval(PlanWorld.TODAY, Optional.empty())));
    }
}

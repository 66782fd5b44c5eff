package health.medley.careplan.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.PatientRef;
import health.medley.core.Role;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.CopyForm;
import health.medley.core.careplan.CopyRecipient;
import health.medley.core.careplan.GoalReading;
import health.medley.core.careplan.NewPlanNote;
import health.medley.core.careplan.PlanAction;
import health.medley.core.careplan.PlanCopy;
import health.medley.core.careplan.PlanInForce;
import health.medley.core.careplan.PlanQuery;
import health.medley.core.careplan.PlanReader;
import health.medley.core.practice.CarePlanState;
import health.medley.record.RecordIds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlansInForceTest {
    private static final LocalDate FEB = LocalDate.parse("2025-02-10");
    private static final LocalDate MARCH = LocalDate.parse("2025-03-05");

    private final PlanWorld world = new PlanWorld();

    @Test
    void isInForceFromItsDayOn() {
        world.approved(FEB);

        assertEquals(List.of(), inForce(FEB.minusDays(1)));
        assertEquals(1, inForce(FEB).get(0).edition());
        assertEquals(FEB, inForce(LocalDate.parse("2030-01-01")).get(0).from());
        assertTrue(inForce(FEB).get(0).backdated());
        assertEquals(
                new CarePlanState(Optional.of(FEB), false), inForce(FEB).get(0).state());
    }

    @Test
    void handsOverNothingOfADraft() {
        world.completed();

        assertEquals(List.of(), inForce(PlanWorld.TODAY));
    }

    @Test
    void handsOverTheEditionOfTheDay() {
        CarePlan plan = world.revised(world.approved(FEB));
        assertEquals(1, inForce(MARCH).get(0).edition());

        world.approve(plan, MARCH);

        assertEquals(1, inForce(MARCH.minusDays(1)).get(0).edition());
        assertEquals(2, inForce(MARCH).get(0).edition());
    }

    @Test
    void handsOverTheLaterOfTwoEditionsOfOneDay() {
        world.approve(world.revised(world.approved(FEB)), FEB);

        assertEquals(List.of(), inForce(FEB.minusDays(1)));
        assertEquals(2, inForce(FEB).get(0).edition());
    }

    @Test
    void endsWithTheDayOfItsClosing() {
        CarePlan plan = world.approved(FEB);

        PlanWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> world.closed(plan, LocalDate.parse("2025-04-01")));
        PlanWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> world.closed(plan, FEB.minusDays(1)));
        LocalDate monthsEnd = LocalDate.parse("2025-03-31");
        world.closed(plan, monthsEnd);

        assertEquals(1, inForce(monthsEnd).size());
        assertEquals(List.of(), inForce(monthsEnd.plusDays(1)));
    }

    @Test
    void handsOverTheNextPlanWhereOneEndsAndAnotherBegins() {
        CarePlan first = world.closed(world.approved(FEB), MARCH);
        CarePlan second = world.approved(MARCH);

        assertEquals(first.id(), inForce(MARCH.minusDays(1)).get(0).plan());
        assertEquals(
                List.of(second.id()),
                inForce(MARCH).stream().map(PlanInForce::plan).toList());
    }

    @Test
    void countsACopyOfTheEditionInForceOnly() {
        CarePlan plan = copy(world.approved(FEB), FEB.plusDays(3));
        assertTrue(inForce(FEB).get(0).state().copyGiven());

        CarePlan second = world.approve(world.revised(plan), MARCH);
        assertFalse(inForce(MARCH).get(0).state().copyGiven());

        copy(second, MARCH.plusDays(1));
        assertEquals(List.of(MARCH.plusDays(1)), inForce(MARCH).get(0).copies());
        assertEquals(List.of(FEB.plusDays(3)), inForce(FEB).get(0).copies());
    }

    @Test
    void refusesACopyOnADayWithoutAnEditionOrToCome() {
        CarePlan plan = world.approved(FEB);

        PlanWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> copy(plan, FEB.minusDays(1)));
        PlanWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> copy(plan, PlanWorld.TODAY.plusDays(1)));
    }

    @Test
    void saysWhatWasDoneInTheMonth() {
        CarePlan plan = note(world.approved(FEB), PlanAction.MONITORED, FEB.plusDays(1));
        assertEquals(
                "established", inForce(LocalDate.parse("2025-02-28")).get(0).action());
        assertEquals("", inForce(LocalDate.parse("2025-03-31")).get(0).action());

        plan = note(plan, PlanAction.MONITORED, MARCH);
        plan = note(plan, PlanAction.IMPLEMENTED, MARCH.minusDays(1));
        assertEquals(
                List.of(PlanAction.IMPLEMENTED, PlanAction.MONITORED),
                inForce(MARCH).get(0).actions());
        assertEquals("implemented", inForce(MARCH).get(0).action());

        world.approve(world.revised(plan), PlanWorld.TODAY);
        assertEquals("revised", inForce(LocalDate.parse("2025-03-31")).get(0).action());
    }

    @Test
    void keepsReadingsOfGoalsAndRefusesUnknownOnes() {
        CarePlan plan = world.approved(FEB);
        NewPlanNote good = new NewPlanNote(
                PlanAction.MONITORED,
                MARCH,
                "called",
                List.of(new GoalReading("systolic-pressure", new BigDecimal("128"))));
        NewPlanNote bad = new NewPlanNote(
                PlanAction.MONITORED, MARCH, "called", List.of(new GoalReading("nothing", BigDecimal.ONE)));

        PlanWorld.refused(
                ErrorCode.ARGUMENT_INVALID, () -> world.plans.note(PlanWorld.MANAGER, plan.id(), plan.version(), bad));
        CarePlan noted = world.plans.note(PlanWorld.MANAGER, plan.id(), plan.version(), good);

        assertEquals(good.readings(), noted.notes().get(0).readings());
        assertEquals("ann", noted.notes().get(0).by());
    }

    @Test
    void letsNobodyNoteWhatApprovalsSay() {
        CarePlan plan = world.approved(FEB);

        PlanWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> note(plan, PlanAction.REVISED, MARCH));
        PlanWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> note(plan, PlanAction.ESTABLISHED, MARCH));
        PlanWorld.refused(
                ErrorCode.ARGUMENT_INVALID, () -> note(plan, PlanAction.MONITORED, PlanWorld.TODAY.plusDays(1)));
    }

    @Test
    void readsOnlyThePatientsAskedForOfTheCallersPractice() {
        world.approved(FEB);
        Caller elsewhere = Caller.of("ann", "south", Role.CARE_MANAGER, "test");

        assertEquals(List.of(), read(PlanWorld.MANAGER, Set.of(RecordIds.patient()), FEB));
        assertEquals(List.of(), read(PlanWorld.MANAGER, Set.of(), FEB));
        assertEquals(List.of(), read(elsewhere, Set.of(world.patient), FEB));
    }

    @Test
    void listsPlansWhoseReviewIsDue() {
        CarePlan plan = world.approved(FEB);
        LocalDate review = LocalDate.parse("2025-09-15");
        PlanQuery before = PlanQuery.dueBy(review.minusDays(1), health.medley.core.Page.FIRST);
        PlanQuery on = PlanQuery.dueBy(review, health.medley.core.Page.FIRST);

        assertEquals(List.of(), world.plans.plans(PlanWorld.MANAGER, before));
        assertEquals(List.of(plan), world.plans.plans(PlanWorld.MANAGER, on));
        world.closed(plan, MARCH);
        assertEquals(List.of(), world.plans.plans(PlanWorld.MANAGER, on));
    }

    private CarePlan copy(CarePlan plan, LocalDate day) {
        return world.plans.giveCopy(
                PlanWorld.MANAGER,
                plan.id(),
                plan.version(),
                new PlanCopy(CopyRecipient.CAREGIVER, CopyForm.POST, day));
    }

    private CarePlan note(CarePlan plan, PlanAction action, LocalDate day) {
        return world.plans.note(
                PlanWorld.MANAGER, plan.id(), plan.version(), new NewPlanNote(action, day, "called", List.of()));
    }

    private List<PlanInForce> inForce(LocalDate day) {
        return read(PlanWorld.MANAGER, Set.of(world.patient), day);
    }

    private List<PlanInForce> read(Caller caller, Set<PatientRef> patients, LocalDate day) {
        List<PlanInForce> found = new ArrayList<>();
        return world.plans.inForce(caller, patients, day, new PlanReader<List<PlanInForce>>() {
            @Override
            public void plan(PlanInForce plan) {
                found.add(plan);
            }

            @Override
            public List<PlanInForce> result() {
                return found;
            }
        });
    }
}

package health.medley.careplan.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.NewPlanNote;
import health.medley.core.careplan.PlanAction;
import health.medley.core.careplan.PlanApproval;
import health.medley.core.careplan.PlanClosing;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanCopy;
import health.medley.core.careplan.PlanEdition;
import health.medley.core.careplan.PlanGoal;
import health.medley.core.careplan.PlanNote;
import health.medley.core.prescription.MedicationService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes plans: checks what is asked against where the plan stands, and commits the next version. */
final class PlanChanges {
    private final PlanRecords records;
    private final Approval approval;
    private final PracticeDays days;
    private final Clock clock;

    PlanChanges(PlanRecords records, MedicationService medications, PracticeDays days, Clock clock) {
        this.records = records;
        this.approval = new Approval(medications, clock);
        this.days = days;
        this.clock = clock;
    }

    CarePlan revise(Caller caller, String id, long version, PlanContent content, String reason) {
        CarePlan plan = plan(caller, id, version, PlanStep.REVISE);
        if (reason.isBlank()) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID, "Revising a care plan without a reason: say why in a few words");
        }
        return records.save(caller, new PlanCopying(plan).draft(content), reason);
    }

    CarePlan approve(Caller caller, String id, long version, PlanApproval stated) {
        CarePlan plan = plan(caller, id, version, PlanStep.APPROVE);
        LocalDate today = days.today(caller);
        PracticeDays.checkNotAfter("Approving a care plan", stated.day(), today);
        PlanEdition edition = approval.approve(caller, plan, stated, today);
        return records.save(caller, new PlanCopying(plan).approved(edition), "approved, edition " + edition.number());
    }

    CarePlan giveCopy(Caller caller, String id, long version, PlanCopy copy) {
        CarePlan plan = plan(caller, id, version, PlanStep.GIVE_COPY);
        PracticeDays.checkNotAfter("Noting a copy of a care plan", copy.day(), days.today(caller));
        PlanEdition edition = inForce(plan, copy.day());
        return records.save(caller, new PlanCopying(plan).copied(edition, copy), "copy given");
    }

    CarePlan note(Caller caller, String id, long version, NewPlanNote note) {
        CarePlan plan = plan(caller, id, version, PlanStep.NOTE);
        PracticeDays.checkNotAfter("Noting what was done under a care plan", note.day(), days.today(caller));
        if (note.action() != PlanAction.IMPLEMENTED && note.action() != PlanAction.MONITORED) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Noting that a care plan was " + note.action()
                            + ": expected IMPLEMENTED or MONITORED; approve an edition for the others");
        }
        inForce(plan, note.day());
        checkReadings(plan, note);
        PlanNote kept =
                new PlanNote(note.action(), note.day(), note.text(), note.readings(), caller.user(), clock.instant());
        return records.save(caller, new PlanCopying(plan).noted(kept), "noted");
    }

    CarePlan close(Caller caller, String id, long version, PlanClosing closing) {
        CarePlan plan = plan(caller, id, version, PlanStep.CLOSE);
        LocalDate monthsEnd = YearMonth.from(days.today(caller)).atEndOfMonth();
        PracticeDays.checkNotAfter("Closing a care plan", closing.day(), monthsEnd);
        if (closing.reason().isBlank()) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID, "Closing a care plan without a reason: say why in a few words");
        }
        checkAfterLast(plan, closing);
        return records.save(caller, new PlanCopying(plan).closed(closing), "closed");
    }

    private static void checkAfterLast(CarePlan plan, PlanClosing closing) {
        if (!plan.editions().isEmpty()) {
            LocalDate from = plan.editions().get(plan.editions().size() - 1).from();
            if (closing.day().isBefore(from)) {
                throw new MedleyException(
                        ErrorCode.ARGUMENT_INVALID,
                        "Closing a care plan on " + closing.day() + ": its last edition is in force from " + from
                                + "; expected that day or a later one");
            }
        }
    }

    private CarePlan plan(Caller caller, String id, long version, PlanStep step) {
        CarePlan plan = records.plans().get(caller, id, version);
        step.check(plan);
        return plan;
    }

    private static PlanEdition inForce(CarePlan plan, LocalDate day) {
        return plan.editions().stream()
                .filter(edition -> edition.inForceOn(day))
                .reduce((one, later) -> later)
                .orElseThrow(() -> new MedleyException(
                        ErrorCode.ARGUMENT_INVALID,
                        "A care plan on " + day + ": no edition is in force on that day; expected a day from "
                                + plan.editions().get(0).from() + " on"));
    }

    private static void checkReadings(CarePlan plan, NewPlanNote note) {
        Set<String> goals = plan.content().map(PlanContent::goals).stream()
                .flatMap(of -> of.stream().map(PlanGoal::id))
                .collect(Collectors.toSet());
        long unknown = note.readings().stream()
                .filter(reading -> !goals.contains(reading.goal()))
                .count();
        if (unknown > 0) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Noting readings under a care plan: " + unknown + " of "
                            + note.readings().size()
                            + " name no goal of the edition in force; expected ids of its goals");
        }
    }
}

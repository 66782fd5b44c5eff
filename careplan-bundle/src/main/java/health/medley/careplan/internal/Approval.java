package health.medley.careplan.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.PlanApproval;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanEdition;
import health.medley.core.careplan.PlanElement;
import health.medley.core.careplan.PlanGap;
import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.MedicationConflict;
import health.medley.core.prescription.MedicationService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands between a draft and its approval. */
final class Approval {
    private final MedicationService medications;
    private final Clock clock;

    Approval(MedicationService medications, Clock clock) {
        this.medications = medications;
        this.clock = clock;
    }

    /** Make the next edition of a plan from its draft, if nothing stands against it. */
    PlanEdition approve(Caller caller, CarePlan plan, PlanApproval stated, LocalDate today) {
        checkNpi(stated);
        checkAfterLast(plan, stated.day());
        List<String> open = new ArrayList<>(gaps(plan));
        open.addAll(behind(plan, stated.day()));
        open.addAll(conflicts(caller, plan));
        if (!open.isEmpty()) {
            throw new MedleyException(
                    ErrorCode.CONFLICT_OPEN,
                    "Approving a care plan: " + open.size() + " things are open; settle them and approve again: "
                            + String.join("; ", open));
        }
        return new PlanEdition(
                plan.editions().size() + 1,
                stated.day(),
                Optional.empty(),
                caller.user(),
                stated.npi(),
                clock.instant(),
                stated.day().isBefore(today),
                List.of());
    }

    private static void checkNpi(PlanApproval stated) {
        if (stated.npi().filter(npi -> !npi.matches("\\d{10}")).isPresent()) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID, "Approving a care plan: the NPI is not ten digits; correct it");
        }
    }

    private static void checkAfterLast(CarePlan plan, LocalDate day) {
        List<PlanEdition> editions = plan.editions();
        if (!editions.isEmpty()
                && day.isBefore(editions.get(editions.size() - 1).from())) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Approving a care plan on " + day + ": the edition before it is in force from "
                            + editions.get(editions.size() - 1).from() + "; expected that day or a later one");
        }
    }

    private static List<String> gaps(CarePlan plan) {
        return plan.draft().map(Completeness::gaps).orElse(List.of()).stream()
                .map(Approval::words)
                .toList();
    }

    /** What the draft sets for a day that is over when it comes into force. */
    private static List<String> behind(CarePlan plan, LocalDate day) {
        PlanContent draft = plan.draft().orElseThrow();
        List<String> behind = new ArrayList<>();
        if (draft.review().filter(review -> review.next().isBefore(day)).isPresent()) {
            behind.add(PlanElement.REVIEW_SCHEDULE + ": the next review is before the day of the approval");
        }
        for (int i = 0; i < draft.goals().size(); i++) {
            if (draft.goals().get(i).targetDate().filter(day::isAfter).isPresent()) {
                behind.add(PlanElement.TREATMENT_GOALS + ": goal " + (i + 1)
                        + " has a target date before the day of the approval");
            }
        }
        return behind;
    }

    private static String words(PlanGap gap) {
        return gap.element() + ": " + gap.problem();
    }

    private List<String> conflicts(Caller caller, CarePlan plan) {
        Map<ConflictKind, Long> byKind = medications.conflicts(caller, plan.patient()).open().stream()
                .collect(Collectors.groupingBy(MedicationConflict::kind, TreeMap::new, Collectors.counting()));
        return byKind.entrySet().stream()
                .map(entry -> "MEDICATIONS: " + entry.getValue() + " of kind " + entry.getKey() + " not settled")
                .toList();
    }
}

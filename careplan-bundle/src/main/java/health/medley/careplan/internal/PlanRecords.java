package health.medley.careplan.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.PlanAction;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanCopy;
import health.medley.core.careplan.PlanEdition;
import health.medley.core.careplan.PlanStatus;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans and their standings in the store. */
final class PlanRecords {
    static final String STATUS = "status";
    static final String PROGRAM = "program";
    static final String REVIEW = "review";

    private static final int SCHEMA = 1;

    private final RecordStore store;

    PlanRecords(RecordStore store) {
        this.store = store;
    }

    /** How plans and standings are kept; made when the first is: commands that keep nothing need no JSON. */
    private static final class Kinds {
        private static final ObjectMapper MAPPER = RecordJson.mapper();
        static final RecordKind<CarePlan> PLAN = RecordKind.of("care-plan", SCHEMA, CarePlan.class, MAPPER)
                .ofPatient(CarePlan::patient)
                .foundBy(PlanRecords::index)
                .unique(PlanRecords::keys);
        static final RecordKind<PlanStanding> STANDING = RecordKind.of(
                        "careplan.standing", SCHEMA, PlanStanding.class, MAPPER)
                .ofPatient(PlanStanding::patient);
    }

    /** The plans themselves, to read. */
    Records<CarePlan> plans() {
        return new Records<>(store, Kinds.PLAN);
    }

    /** What billing asks of them, to read. */
    Records<PlanStanding> standings() {
        return new Records<>(store, Kinds.STANDING);
    }

    /** Commit a plan's next version with its standing, as the answer to the caller's request. */
    CarePlan save(Caller caller, CarePlan plan, String reason) {
        Changes changes = new Changes(
                List.of(plans().draft(caller, plan, reason), standings().draft(caller, standing(plan), reason)),
                Optional.ofNullable(caller.request()));
        return Kinds.PLAN.value(store.commit(caller, changes).records().get(0));
    }

    private static Map<String, String> index(CarePlan plan) {
        Map<String, String> index = new HashMap<>();
        index.put(STATUS, plan.status().name());
        index.put(PROGRAM, plan.program());
        if (plan.status() != PlanStatus.CLOSED) {
            nextReview(plan).ifPresent(day -> index.put(REVIEW, day.toString()));
        }
        return index;
    }

    private static Set<String> keys(CarePlan plan) {
        return plan.status() == PlanStatus.CLOSED ? Set.of() : Set.of("open/" + plan.patient() + "/" + plan.program());
    }

    private static Optional<LocalDate> nextReview(CarePlan plan) {
        return plan.content().flatMap(PlanContent::review).map(review -> review.next());
    }

    private static PlanStanding standing(CarePlan plan) {
        List<PlanStanding.Edition> editions = new ArrayList<>();
        List<PlanStanding.DatedAction> actions = new ArrayList<>();
        for (PlanEdition edition : plan.editions()) {
            editions.add(new PlanStanding.Edition(
                    edition.number(),
                    edition.from(),
                    edition.until(),
                    edition.backdated(),
                    edition.copies().stream().map(PlanCopy::day).toList()));
            PlanAction action = edition.number() == 1 ? PlanAction.ESTABLISHED : PlanAction.REVISED;
            actions.add(new PlanStanding.DatedAction(action, edition.from()));
        }
        plan.notes().forEach(note -> actions.add(new PlanStanding.DatedAction(note.action(), note.day())));
        return new PlanStanding(
                plan.id(), plan.version(), plan.patient(), plan.program(), editions, actions, nextReview(plan));
    }
}

package health.medley.coordination.internal.transitions;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.coordination.internal.practice.LocalPractice;
import health.medley.coordination.internal.practice.Surroundings;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.Finding;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.coordination.DueStep;
import health.medley.core.coordination.FollowUp;
import health.medley.core.coordination.NewTransition;
import health.medley.core.coordination.Transition;
import health.medley.core.coordination.TransitionState;
import health.medley.core.practice.PracticeService;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordIds;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps transitions of care and what was done to follow them up. */
final class Transitions {

    private static final String OPEN = "open";
    private static final String YES = "yes";

    private final Records<Transition> records;
    private final PracticeService practices;
    private final Surroundings surroundings;
    private final FollowUpPlan plan;
    private final RecordIds ids;
    private final Clock clock;

    Transitions(
            RecordStore store,
            ObjectMapper mapper,
            PracticeService practices,
            Surroundings surroundings,
            RecordIds ids,
            Clock clock) {
        this.practices = practices;
        this.surroundings = surroundings;
        this.ids = ids;
        this.clock = clock;
        plan = FollowUpPlan.shipped(mapper);
        records = new Records<>(
                store,
                RecordKind.of("transition", 1, Transition.class, mapper)
                        .ofPatient(Transition::patient)
                        .inMonth(transition -> new ServiceMonth(YearMonth.from(transition.day())))
                        .foundBy(
                                transition -> transition.state() == TransitionState.OPEN ? Map.of(OPEN, YES) : Map.of())
                        .unique(transition -> transition
                                .externalId()
                                .map(id -> Set.of("external/" + id))
                                .orElse(Set.of())));
    }

    Transition report(Caller caller, PatientRef patient, NewTransition stated) {
        surroundings.expect(caller, patient);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        surroundings.practice(caller).refuseFuture(stated.day(), now, "Reporting a transition of care");
        Transition fresh = new Transition(
                ids.next(),
                0,
                patient,
                stated.kind(),
                stated.day(),
                stated.facility(),
                stated.source(),
                stated.complexity(),
                stated.externalId(),
                stated.note(),
                TransitionState.OPEN,
                plan.of(practices.practice(caller), stated),
                List.of(),
                Optional.empty(),
                now);
        return records.save(caller, fresh, "reported");
    }

    Transition followUp(Caller caller, String id, long version, FollowUp done) {
        Transition transition = open(caller, id, version, "Following up");
        LocalPractice practice = surroundings.practice(caller);
        practice.refuseFuture(done.day(), clock.instant(), "Following up a transition of care");
        if (done.day().isBefore(transition.day())
                || transition.steps().stream().noneMatch(step -> step.step() == done.step())) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Following up a transition of care of " + transition.day() + ": the day is before it, or it has no"
                            + " step " + done.step() + "; its steps are "
                            + transition.steps().stream().map(DueStep::step).toList());
        }
        List<DueStep> steps = transition.steps().stream()
                .map(step -> step.step() == done.step() && done.succeeded() ? done(step, done.day()) : step)
                .toList();
        List<FollowUp> followUps = new ArrayList<>(transition.followUps());
        followUps.add(done);
        boolean all = steps.stream().allMatch(step -> step.done().isPresent());
        TransitionState state = all ? TransitionState.FOLLOWED_UP : TransitionState.OPEN;
        return records.save(caller, with(transition, state, steps, followUps, Optional.empty()), "followed up");
    }

    private static DueStep done(DueStep step, LocalDate day) {
        // of several times the first counts
        LocalDate first = step.done().filter(before -> before.isBefore(day)).orElse(day);
        return new DueStep(step.step(), step.due(), step.within(), step.source(), Optional.of(first));
    }

    Transition close(Caller caller, String id, long version, String reason) {
        if (reason.isBlank() || reason.length() > 1_000) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Closing a transition of care: the reason is blank or over 1,000 characters; say why the remaining"
                            + " steps will not be done");
        }
        Transition transition = open(caller, id, version, "Closing");
        return records.save(
                caller,
                with(
                        transition,
                        TransitionState.CLOSED,
                        transition.steps(),
                        transition.followUps(),
                        Optional.of(reason)),
                "closed");
    }

    private Transition open(Caller caller, String id, long version, String doing) {
        Transition transition = records.get(caller, id, version);
        if (transition.state() != TransitionState.OPEN) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    doing + " a transition of care: its state is " + transition.state()
                            + ", and only an open one is followed up or closed; report another if there was one");
        }
        return transition;
    }

    private static Transition with(
            Transition transition,
            TransitionState state,
            List<DueStep> steps,
            List<FollowUp> followUps,
            Optional<String> reason) {
        return new Transition(
                transition.id(),
                transition.version(),
                transition.patient(),
                transition.kind(),
                transition.day(),
                transition.facility(),
                transition.source(),
                transition.complexity(),
                transition.externalId(),
                transition.note(),
                state,
                steps,
                followUps,
                reason,
                transition.recordedAt());
    }

    List<Transition> of(Caller caller, PatientRef patient) {
        return records.list(caller, records.query().patient(patient)).stream()
                .sorted(Comparator.comparing(Transition::day).thenComparing(Transition::id))
                .toList();
    }

    List<Transition> open(Caller caller, boolean overdueOnly) {
        LocalDate today = today(caller);
        return records.list(caller, records.query().where(OPEN, YES)).stream()
                .filter(transition ->
                        !overdueOnly || transition.due().filter(today::isAfter).isPresent())
                .sorted(Comparator.comparing(
                                (Transition transition) -> transition.due().orElse(LocalDate.MAX))
                        .thenComparing(Transition::id))
                .toList();
    }

    List<Finding> findings(Caller caller, PatientRef patient, ServiceMonth month) {
        LocalDate today = today(caller);
        return records.list(caller, records.query().patient(patient).month(month)).stream()
                .sorted(Comparator.comparing(Transition::day).thenComparing(Transition::id))
                .map(transition -> TransitionJudge.judge(transition, today))
                .toList();
    }

    private LocalDate today(Caller caller) {
        return surroundings.practice(caller).day(clock.instant());
    }
}

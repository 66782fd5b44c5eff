package health.medley.coordination.internal.time;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.coordination.internal.practice.LocalPractice;
import health.medley.coordination.internal.practice.Surroundings;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordStore;
import health.medley.core.time.KeptTime;
import health.medley.core.time.NewTime;
import health.medley.core.time.NewTimer;
import health.medley.core.time.Timer;
import health.medley.core.time.TimerState;
import health.medley.core.time.TimerStop;
import health.medley.record.RecordIds;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts and stops timers: one running for each person, none counted that was forgotten. */
final class Timers {

    private static final String RUNNING = "running";
    private static final String OPEN = "open";
    private static final String YES = "yes";

    private final RecordStore store;
    private final RecordKind<Timer> kind;
    private final Records<Timer> records;
    private final RecordIds ids;
    private final Clock clock;
    private final Surroundings surroundings;
    private final TimeEntries entries;

    Timers(
            RecordStore store,
            ObjectMapper mapper,
            RecordIds ids,
            Clock clock,
            Surroundings surroundings,
            TimeEntries entries) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.surroundings = surroundings;
        this.entries = entries;
        kind = RecordKind.of("timer", 1, Timer.class, mapper)
                .ofPatient(Timer::patient)
                .foundBy(Timers::index)
                .unique(timer ->
                        timer.state() == TimerState.RUNNING ? Set.of(RUNNING + "/" + timer.performer()) : Set.of());
        records = new Records<>(store, kind);
    }

    private static Map<String, String> index(Timer timer) {
        return switch (timer.state()) {
            case RUNNING -> Map.of(OPEN, YES, RUNNING, timer.performer());
            case NEEDS_ATTENTION -> Map.of(OPEN, YES);
            case STOPPED -> Map.of();
        };
    }

    Timer start(Caller caller, PatientRef patient, NewTimer asked) {
        LocalPractice practice = surroundings.practice(caller);
        Instant now = now();
        Timer fresh = new Timer(
                ids.next(),
                0,
                patient,
                practice.local(now),
                now,
                asked.performer(),
                asked.role(),
                asked.kind(),
                asked.program(),
                TimerState.RUNNING,
                Optional.empty());
        try {
            return records.save(caller, fresh, "started");
        } catch (MedleyException e) {
            if (!e.code().equals(ErrorCode.KEY_TAKEN)) {
                throw e;
            }
            setForgottenAside(caller, practice, asked.performer(), now);
            return records.save(caller, fresh, "started");
        }
    }

    private void setForgottenAside(Caller caller, LocalPractice practice, String performer, Instant now) {
        for (Timer running : records.list(caller, records.query().where(RUNNING, performer))) {
            if (!forgotten(running, practice, now)) {
                throw new MedleyException(
                        ErrorCode.CONFLICT_OPEN,
                        "Starting a timer: this person's timer " + running.id() + " runs since " + running.start()
                                + "; stop it first");
            }
            RecordDraft aside = records.draft(caller, with(running, TimerState.NEEDS_ATTENTION), "forgotten");
            // the request is answered by the new timer, not by this
            store.commit(caller, new Changes(List.of(aside), Optional.empty()));
        }
    }

    Timer touch(Caller caller, String id, long version) {
        Timer timer = records.get(caller, id, version);
        Instant now = now();
        if (timer.state() != TimerState.RUNNING || forgotten(timer, surroundings.practice(caller), now)) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "Touching a timer: it does not run any more, or nobody touched it for longer than the idle limit;"
                            + " stop it with the end of the work and start another");
        }
        Timer touched = new Timer(
                timer.id(),
                timer.version(),
                timer.patient(),
                timer.start(),
                now,
                timer.performer(),
                timer.role(),
                timer.kind(),
                timer.program(),
                timer.state(),
                timer.entry());
        return records.save(caller, touched, "touched");
    }

    Timer stop(Caller caller, String id, long version, TimerStop stop) {
        Timer timer = records.get(caller, id, version);
        LocalPractice practice = surroundings.practice(caller);
        Instant now = now();
        if (timer.state() == TimerState.STOPPED) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID, "Stopping a timer: it was stopped before; correct its time entry instead");
        }
        if (stop.end().isEmpty() && timer.state() == TimerState.NEEDS_ATTENTION) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "Stopping a timer that was forgotten: when the work ended is not known; state its end, or an end"
                            + " equal to its start for no time");
        }
        if (stop.end().isEmpty() && forgotten(timer, practice, now)) {
            return records.save(caller, with(timer, TimerState.NEEDS_ATTENTION), "forgotten");
        }
        OffsetDateTime end = stop.end().orElseGet(() -> practice.local(now));
        // a clock that was set back makes no time
        boolean back = stop.end().isEmpty() && end.isBefore(timer.start());
        return stopAt(caller, practice, timer, back ? timer.start() : end, stop.note());
    }

    private Timer stopAt(
            Caller caller, LocalPractice practice, Timer timer, OffsetDateTime end, Optional<String> note) {
        NewTime time = new NewTime(
                Optional.empty(),
                timer.start(),
                end,
                timer.performer(),
                timer.role(),
                timer.kind(),
                timer.program(),
                note);
        KeptTime entry = entries.fresh(practice, timer.patient(), time, Optional.of("timer/" + timer.id()));
        boolean worked = time.end().isAfter(time.start());
        Timer stopped = new Timer(
                timer.id(),
                timer.version(),
                timer.patient(),
                timer.start(),
                timer.lastSign(),
                timer.performer(),
                timer.role(),
                timer.kind(),
                timer.program(),
                TimerState.STOPPED,
                worked ? Optional.of(entry.id()) : Optional.empty());
        List<RecordDraft> drafts = new ArrayList<>();
        drafts.add(records.draft(caller, stopped, "stopped"));
        if (worked) {
            drafts.add(entries.draft(entry));
        }
        return kind.value(store.commit(caller, new Changes(drafts, Optional.ofNullable(caller.request())))
                .records()
                .get(0));
    }

    List<Timer> open(Caller caller) {
        LocalPractice practice = surroundings.practice(caller);
        Instant now = now();
        return records.list(caller, records.query().where(OPEN, YES)).stream()
                .map(timer -> forgotten(timer, practice, now) ? with(timer, TimerState.NEEDS_ATTENTION) : timer)
                .toList();
    }

    private static boolean forgotten(Timer timer, LocalPractice practice, Instant now) {
        return timer.state() == TimerState.RUNNING
                && Duration.between(timer.lastSign(), now).compareTo(practice.idleLimit()) > 0;
    }

    private static Timer with(Timer timer, TimerState state) {
        return new Timer(
                timer.id(),
                timer.version(),
                timer.patient(),
                timer.start(),
                timer.lastSign(),
                timer.performer(),
                timer.role(),
                timer.kind(),
                timer.program(),
                state,
                timer.entry());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package health.medley.coordination.internal.transitions;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.coordination.internal.practice.Surroundings;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.coordination.NewTask;
import health.medley.core.coordination.Task;
import health.medley.core.coordination.TaskQuery;
import health.medley.core.coordination.TaskState;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordIds;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps tasks. */
final class Tasks {

    private static final String STATE = "state";
    private static final String OWNER = "owner";
    private static final String DUE = "due";
    private static final String BEFORE_ALL = "0000";

    private final Records<Task> records;
    private final Surroundings surroundings;
    private final RecordIds ids;
    private final Clock clock;

    Tasks(RecordStore store, ObjectMapper mapper, Surroundings surroundings, RecordIds ids, Clock clock) {
        this.surroundings = surroundings;
        this.ids = ids;
        this.clock = clock;
        records = new Records<>(
                store,
                RecordKind.of("task", 1, Task.class, mapper)
                        .ofPatient(Task::patient)
                        .foundBy(task -> Map.of(
                                STATE, task.state().name(),
                                OWNER, task.owner(),
                                DUE, task.due().toString())));
    }

    Task add(Caller caller, PatientRef patient, NewTask wanted) {
        surroundings.expect(caller, patient);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return records.save(caller, of(ids.next(), 0, patient, wanted, now), "added");
    }

    Task change(Caller caller, String id, long version, NewTask right) {
        Task task = open(caller, id, version, "Changing");
        return records.save(caller, of(id, version, task.patient(), right, task.recordedAt()), "changed");
    }

    private static Task of(String id, long version, PatientRef patient, NewTask wanted, Instant recordedAt) {
        return new Task(
                id,
                version,
                patient,
                wanted.title(),
                wanted.owner(),
                wanted.due(),
                wanted.about(),
                wanted.note(),
                TaskState.OPEN,
                Optional.empty(),
                recordedAt);
    }

    Task end(Caller caller, String id, long version, TaskState state, String outcome) {
        if (!Set.of(TaskState.DONE, TaskState.CANCELLED).contains(state)
                || outcome.isBlank()
                || outcome.length() > 1_000) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Ending a task: expected DONE or CANCELLED, and an outcome of 1 to 1,000 characters");
        }
        Task task = open(caller, id, version, "Ending");
        Task ended = new Task(
                id,
                version,
                task.patient(),
                task.title(),
                task.owner(),
                task.due(),
                task.about(),
                task.note(),
                state,
                Optional.of(outcome),
                task.recordedAt());
        return records.save(caller, ended, state.name());
    }

    private Task open(Caller caller, String id, long version, String doing) {
        Task task = records.get(caller, id, version);
        if (task.state() != TaskState.OPEN) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    doing + " a task: its state is " + task.state() + ", and only an open one is changed or ended; add"
                            + " another");
        }
        return task;
    }

    List<Task> list(Caller caller, TaskQuery query) {
        RecordQuery which =
                records.query().page(query.page().after(), query.page().limit());
        if (query.patient().isPresent()) {
            which = which.patient(query.patient().get());
        }
        if (query.owner().isPresent()) {
            which = which.where(OWNER, query.owner().get());
        }
        if (query.overdueOnly()) {
            String today = surroundings.practice(caller).day(clock.instant()).toString();
            which = which.where(STATE, TaskState.OPEN.name()).between(DUE, BEFORE_ALL, today);
        } else if (query.state().isPresent()) {
            which = which.where(STATE, query.state().get().name());
        }
        return records.list(caller, which);
    }
}

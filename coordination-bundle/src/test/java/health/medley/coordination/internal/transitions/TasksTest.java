package health.medley.coordination.internal.transitions;

import static health.medley.coordination.internal.Refusals.refused;
import static health.medley.coordination.internal.practice.TestPractice.ANN;
import static health.medley.coordination.internal.practice.TestPractice.BOB_ELSEWHERE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.coordination.internal.practice.TestPractice;
import health.medley.core.ErrorCode;
import health.medley.core.Page;
import health.medley.core.coordination.NewTask;
import health.medley.core.coordination.Task;
import health.medley.core.coordination.TaskQuery;
import health.medley.core.coordination.TaskState;
import health.medley.record.RecordIds;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TasksTest {

    private static final TaskQuery OVERDUE =
            new TaskQuery(Optional.empty(), Optional.empty(), Optional.empty(), true, Page.FIRST);

    private final TestPractice practice = new TestPractice("2025-03-20T16:00:00Z");
    private final StoredTransitionService service =
            new StoredTransitionService(practice.store, practice, practice, practice);

    private static NewTask task(String owner, String due) {
        return new NewTask("Call about feet", owner, LocalDate.parse(due), Optional.empty(), Optional.empty());
    }

    private List<Task> tasks(String owner, Optional<TaskState> state) {
        return service.tasks(
                ANN,
                new TaskQuery(
                        Optional.empty(),
                        owner.isEmpty() ? Optional.empty() : Optional.of(owner),
                        state,
                        false,
                        Page.FIRST));
    }

    @Test
    void areListedByOwnerPatientAndState() {
        Task one = service.addTask(ANN, practice.patient, task("nurse-1", "2025-03-21"));
        Task two = service.addTask(ANN, practice.other, task("nurse-2", "2025-03-21"));
        assertEquals(List.of(one, two), tasks("", Optional.empty()));
        assertEquals(List.of(two), tasks("nurse-2", Optional.of(TaskState.OPEN)));
        assertEquals(
                List.of(one),
                service.tasks(
                        ANN,
                        new TaskQuery(
                                Optional.of(practice.patient), Optional.empty(), Optional.empty(), false, Page.FIRST)));
        assertEquals(
                List.of(two),
                service.tasks(
                        ANN,
                        new TaskQuery(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                new Page(Optional.of(one.id()), 1))));
        Task ended = service.endTask(ANN, one.id(), 1, TaskState.DONE, "reached");
        assertEquals(List.of(ended), tasks("", Optional.of(TaskState.DONE)));
        assertEquals(List.of(two), tasks("", Optional.of(TaskState.OPEN)));
    }

    @Test
    void areOverdueFromTheDayAfter() {
        Task task = service.addTask(ANN, practice.patient, task("nurse-1", "2025-03-20"));
        assertEquals(List.of(), service.tasks(ANN, OVERDUE));
        practice.at("2025-03-21T03:59:59Z");
        assertEquals(List.of(), service.tasks(ANN, OVERDUE));
        practice.at("2025-03-21T04:00:00Z");
        assertEquals(List.of(task), service.tasks(ANN, OVERDUE));
        Task changed = service.changeTask(ANN, task.id(), 1, task("nurse-2", "2025-03-21"));
        assertEquals("nurse-2", changed.owner());
        assertEquals(List.of(), service.tasks(ANN, OVERDUE));
        practice.at("2025-03-23T04:00:00Z");
        service.endTask(ANN, task.id(), 2, TaskState.CANCELLED, "not needed");
        assertEquals(List.of(), service.tasks(ANN, OVERDUE));
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskState.class,
            names = {"DONE", "CANCELLED"})
    void nothingFollowsTheEnd(TaskState end) {
        Task task = service.addTask(ANN, practice.patient, task("nurse-1", "2025-03-20"));
        Task ended = service.endTask(ANN, task.id(), 1, end, "so it is");
        assertEquals(Optional.of("so it is"), ended.outcome());
        refused(ErrorCode.STATE_INVALID, () -> service.changeTask(ANN, task.id(), 2, task("x", "2025-03-21")));
        for (TaskState state : List.of(TaskState.DONE, TaskState.CANCELLED)) {
            refused(ErrorCode.STATE_INVALID, () -> service.endTask(ANN, task.id(), 2, state, "again"));
        }
    }

    @Test
    void refusesWhatCannotBe() {
        Task task = service.addTask(ANN, practice.patient, task("nurse-1", "2025-03-20"));
        refused(ErrorCode.ARGUMENT_INVALID, () -> service.endTask(ANN, task.id(), 1, TaskState.OPEN, "open"));
        refused(ErrorCode.ARGUMENT_INVALID, () -> service.endTask(ANN, task.id(), 1, TaskState.DONE, ""));
        refused(ErrorCode.RECORD_CHANGED, () -> service.endTask(ANN, task.id(), 2, TaskState.DONE, "x"));
        refused(ErrorCode.RECORD_ABSENT, () -> service.endTask(BOB_ELSEWHERE, task.id(), 1, TaskState.DONE, "x"));
        refused(
                ErrorCode.PATIENT_UNKNOWN,
                () -> service.addTask(ANN, RecordIds.patient(), task("nurse-1", "2025-03-20")));
        assertEquals(List.of(), service.tasks(BOB_ELSEWHERE, OVERDUE));
    }
}

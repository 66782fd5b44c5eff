package health.medley.rest.internal.routes;

import health.medley.core.Permission;
import health.medley.core.coordination.NewTask;
import health.medley.core.coordination.Task;
import health.medley.core.coordination.TaskQuery;
import health.medley.core.coordination.TaskState;
import health.medley.core.coordination.TransitionService;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks for the people who give care. */
@Component(service = TaskRoutes.class)
public final class TaskRoutes implements RouteSource {

    private static final String OF_PATIENT = "/api/patients/{patient}/tasks";
    private static final String TASK = "/api/tasks/{id}";

    /**
     * Says how a task ended.
     *
     * @param state done or cancelled
     * @param outcome what came of it
     */
    public record TaskEnd(TaskState state, String outcome) {
        /** Check that no part is null. */
        public TaskEnd {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    private final TransitionService transitions;

    /** Take the port. */
    @Activate
    public TaskRoutes(@Reference TransitionService transitions) {
        this.transitions = transitions;
    }

    @Override
    public List<Route> routes() {
        return List.of(ofPatient(), add(), all(), change(), end());
    }

    private Route ofPatient() {
        return Route.get("task-list-of-patient", OF_PATIENT, "List a patient's tasks.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .query("state", "open, done or cancelled; any if absent.")
                .paged()
                .givesList(Task.class)
                .by(call -> Reply.page(
                        transitions.tasks(
                                call.caller(),
                                new TaskQuery(
                                        Optional.of(call.patient()),
                                        Optional.empty(),
                                        QueryValues.word(call, "state", TaskState.class),
                                        false,
                                        call.page())),
                        call.page()));
    }

    private Route add() {
        return Route.post("task-add", OF_PATIENT, "Add a task for a patient.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(NewTask.class)
                .makes(Task.class)
                .by(call -> Reply.of(transitions.addTask(call.caller(), call.patient(), call.body(NewTask.class))));
    }

    private Route all() {
        return Route.get("task-list", "/api/tasks", "List tasks, of all patients.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .query("owner", "Only this person's.")
                .query("state", "open, done or cancelled; any if absent.")
                .query("overdue", "true for those whose day has passed; false if absent.")
                .paged()
                .givesList(Task.class)
                .by(call -> Reply.page(
                        transitions.tasks(
                                call.caller(),
                                new TaskQuery(
                                        Optional.empty(),
                                        call.query("owner"),
                                        QueryValues.word(call, "state", TaskState.class),
                                        QueryValues.yes(call, "overdue"),
                                        call.page())),
                        call.page()));
    }

    private Route change() {
        return Route.put("task-change", TASK, "Change a task.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(NewTask.class)
                .gives(Task.class)
                .by(call -> Reply.of(transitions.changeTask(
                        call.caller(), call.path("id"), call.version(), call.body(NewTask.class))));
    }

    private Route end() {
        return Route.post("task-end", TASK + "/end", "End a task.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(TaskEnd.class)
                .gives(Task.class)
                .by(call -> {
                    TaskEnd end = call.body(TaskEnd.class);
                    return Reply.of(transitions.endTask(
                            call.caller(), call.path("id"), call.version(), end.state(), end.outcome()));
                });
    }
}

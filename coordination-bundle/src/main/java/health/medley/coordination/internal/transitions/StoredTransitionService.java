package health.medley.coordination.internal.transitions;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.coordination.internal.practice.Surroundings;
import health.medley.core.Caller;
import health.medley.core.Finding;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartRegister;
import health.medley.core.coordination.FollowUp;
import health.medley.core.coordination.NewTask;
import health.medley.core.coordination.NewTransition;
import health.medley.core.coordination.Task;
import health.medley.core.coordination.TaskQuery;
import health.medley.core.coordination.TaskState;
import health.medley.core.coordination.Transition;
import health.medley.core.coordination.TransitionService;
import health.medley.core.practice.PracticeService;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keep transitions of care and tasks in the record store. */
@Component(service = TransitionService.class)
public final class StoredTransitionService implements TransitionService {

    private final Transitions transitions;
    private final Tasks tasks;

    /** Keep them in {@code store}. */
    @Activate
    public StoredTransitionService(
            @Reference RecordStore store, @Reference PracticeService practices, @Reference ChartRegister charts) {
        this(store, practices, charts, Clock.systemUTC());
    }

    StoredTransitionService(RecordStore store, PracticeService practices, ChartRegister charts, Clock clock) {
        ObjectMapper mapper = RecordJson.mapper();
        RecordIds ids = new RecordIds(clock);
        Surroundings surroundings = new Surroundings(practices, charts, clock);
        transitions = new Transitions(store, mapper, practices, surroundings, ids, clock);
        tasks = new Tasks(store, mapper, surroundings, ids, clock);
    }

    @Override
    public Transition report(Caller caller, PatientRef patient, NewTransition transition) {
        return transitions.report(caller, patient, transition);
    }

    @Override
    public Transition followUp(Caller caller, String id, long version, FollowUp followUp) {
        return transitions.followUp(caller, id, version, followUp);
    }

    @Override
    public Transition close(Caller caller, String id, long version, String reason) {
        return transitions.close(caller, id, version, reason);
    }

    @Override
    public List<Transition> transitions(Caller caller, PatientRef patient) {
        return transitions.of(caller, patient);
    }

    @Override
    public List<Transition> open(Caller caller, boolean overdueOnly) {
        return transitions.open(caller, overdueOnly);
    }

    @Override
    public List<Finding> findings(Caller caller, PatientRef patient, ServiceMonth month) {
        return transitions.findings(caller, patient, month);
    }

    @Override
    public Task addTask(Caller caller, PatientRef patient, NewTask task) {
        return tasks.add(caller, patient, task);
    }

    @Override
    public Task changeTask(Caller caller, String id, long version, NewTask task) {
        return tasks.change(caller, id, version, task);
    }

    @Override
    public Task endTask(Caller caller, String id, long version, TaskState state, String outcome) {
        return tasks.end(caller, id, version, state, outcome);
    }

    @Override
    public List<Task> tasks(Caller caller, TaskQuery query) {
        return tasks.list(caller, query);
    }
}

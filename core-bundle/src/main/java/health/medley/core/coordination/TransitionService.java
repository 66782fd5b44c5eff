package health.medley.core.coordination;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Finding;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.ServiceMonth;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Follow transitions of care up in time, and keep the tasks of the care team.
 *
 * <p>Deadlines are data with their sources; days are days of the practice's zone. Safe for concurrent use; what a method
 * returned is durable. Every method throws {@code STORE_UNAVAILABLE} while the store cannot be reached.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface TransitionService {

    /**
     * Record a transition of care; its deadlines follow from its kind and day.
     *
     * @param caller who asks
     * @param patient whose
     * @param transition what happened
     * @return the open transition with its steps
     * @throws MedleyException {@code ARGUMENT_INVALID} if it is in the future; {@code KEY_TAKEN} if another holds the
     *     external id
     */
    @Requires(Permission.WRITE_CARE)
    Transition report(Caller caller, PatientRef patient, NewTransition transition);

    /**
     * Record what was done to follow it up; with its last step it is {@link TransitionState#FOLLOWED_UP}.
     *
     * @param caller who asks
     * @param id the transition's id
     * @param version the version the caller saw
     * @param followUp what was done
     * @return the transition
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it is not open;
     *     {@code ARGUMENT_INVALID} if the transition has no such step, or the day is before it or in the future
     */
    @Requires(Permission.WRITE_CARE)
    Transition followUp(Caller caller, String id, long version, FollowUp followUp);

    /**
     * Close a transition whose remaining steps will not be done.
     *
     * @param caller who asks
     * @param id the transition's id
     * @param version the version the caller saw
     * @param reason why; may hold patient data
     * @return the transition
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it is not open;
     *     {@code ARGUMENT_INVALID} without a reason
     */
    @Requires(Permission.WRITE_CARE)
    Transition close(Caller caller, String id, long version, String reason);

    /**
     * List a patient's transitions, by day.
     *
     * @param caller who asks
     * @param patient whose
     */
    @Requires(Permission.READ_CARE)
    List<Transition> transitions(Caller caller, PatientRef patient);

    /**
     * List the open transitions of all patients, those whose first deadline comes first before the others.
     *
     * @param caller who asks
     * @param overdueOnly only those with a step whose last day has passed
     */
    @Requires(Permission.READ_CARE)
    List<Transition> open(Caller caller, boolean overdueOnly);

    /**
     * Judge whether each transition of a patient's month has a follow-up, or a reason why not.
     *
     * @param caller who asks
     * @param patient whose
     * @param month which month
     * @return one finding a transition with code {@code TRANSITION_NOT_FOLLOWED_UP}: met, a warning, or on hold for a
     *     discharge without any action; empty if there was none
     */
    @Requires(Permission.READ_CARE)
    List<Finding> findings(Caller caller, PatientRef patient, ServiceMonth month);

    /**
     * Give somebody something to do.
     *
     * @param caller who asks
     * @param patient for whom
     * @param task what
     * @return the open task
     */
    @Requires(Permission.WRITE_CARE)
    Task addTask(Caller caller, PatientRef patient, NewTask task);

    /**
     * Change what is to be done, by whom or by when.
     *
     * @param caller who asks
     * @param id the task's id
     * @param version the version the caller saw
     * @param task what is right, all of it
     * @return the task
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it is not open
     */
    @Requires(Permission.WRITE_CARE)
    Task changeTask(Caller caller, String id, long version, NewTask task);

    /**
     * Say that a task was done or is given up.
     *
     * @param caller who asks
     * @param id the task's id
     * @param version the version the caller saw
     * @param state {@link TaskState#DONE} or {@link TaskState#CANCELLED}
     * @param outcome what came of it, or why it is given up; may hold patient data
     * @return the task
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it is not open;
     *     {@code ARGUMENT_INVALID} if the state is another, or without an outcome
     */
    @Requires(Permission.WRITE_CARE)
    Task endTask(Caller caller, String id, long version, TaskState state, String outcome);

    /**
     * List tasks, oldest first, a page at a time.
     *
     * @param caller who asks
     * @param query which
     */
    @Requires(Permission.READ_CARE)
    List<Task> tasks(Caller caller, TaskQuery query);
}

package health.medley.rest.internal.http;

import health.medley.core.Role;
import health.medley.core.store.Recorded;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Work that goes on after its request was answered.
 *
 * @param id its id
 * @param version version of its record
 * @param kind what it does
 * @param input what it was given
 * @param user who began it
 * @param role the role that was in
 * @param state how it stands
 * @param done how much is done
 * @param total how much there is; 0 if unknown
 * @param result what came of it
 * @param problem why it failed; empty if it did not
 * @param begun when it was begun
 */
public record Job(
        String id,
        long version,
        String kind,
        Map<String, String> input,
        String user,
        Role role,
        State state,
        long done,
        long total,
        Map<String, Object> result,
        Optional<String> problem,
        Instant begun)
        implements Recorded {

    /** How a job stands. */
    public enum State {
        /** It goes on, or will as soon as the server can. */
        RUNNING,
        /** It has ended well. */
        DONE,
        /** It has ended badly; {@code problem} says why. */
        FAILED
    }

    /** Copy the maps. */
    public Job {
        input = Map.copyOf(input);
        result = Map.copyOf(result);
    }

    /** This job after a step. */
    public Job after(JobStep step) {
        return with(step.finished() ? State.DONE : State.RUNNING, step.done(), step.total(), step.result(), problem);
    }

    /** This job, having failed. */
    public Job failed(String why) {
        return with(State.FAILED, done, total, result, Optional.of(why));
    }

    /** This job, not ended yet. */
    public Job running() {
        return with(State.RUNNING, done, total, Map.of(), Optional.empty());
    }

    private Job with(State now, long doneNow, long totalNow, Map<String, Object> resultNow, Optional<String> why) {
        return new Job(id, version, kind, input, user, role, now, doneNow, totalNow, resultNow, why, begun);
    }
}

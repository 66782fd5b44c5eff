package health.medley.rest.internal.http;

import health.medley.core.Caller;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Does the steps of a job. */
@FunctionalInterface
public interface JobWork {

    /**
     * Do the next step and say how far the job is. Called again, under one lease, until it says finished; a step that a
     * crash cut short is done again after the restart, so doing it twice must do no harm.
     *
     * @param caller who began the job, pinned
     * @param input what the job is to do
     * @param content the body it works on, if it has one
     */
    JobStep step(Caller caller, Map<String, String> input, Optional<Path> content) throws IOException;
}

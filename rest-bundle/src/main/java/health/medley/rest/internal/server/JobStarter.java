package health.medley.rest.internal.server;

import health.medley.core.Caller;
import health.medley.rest.internal.http.Reply;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Begins jobs. */
@FunctionalInterface
interface JobStarter {

    /** Begin one; a file of content is the job's from then on. */
    Reply begin(Caller caller, String kind, Map<String, String> input, Optional<Path> content);
}

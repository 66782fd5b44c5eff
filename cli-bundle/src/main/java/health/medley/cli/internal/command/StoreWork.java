package health.medley.cli.internal.command;

import com.fasterxml.jackson.databind.JsonNode;
import health.medley.cli.internal.server.RunningServer;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.command.CommandOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What the commands on the store share: who asks, and how a running server's jobs are waited for. */
final class StoreWork {

    private static final String MAIN = "main";
    private static final Duration GLANCE = Duration.ofMillis(100);

    private StoreWork() {}

    /** The operator, in the practice whose administrators run the server. */
    static Caller operator(Caller caller) {
        return new Caller(
                caller.user(), MAIN, caller.role(), caller.purpose(), caller.origin(), caller.pin(), caller.request());
    }

    static MedleyException noData(String folder) {
        return new MedleyException(
                ErrorCode.FILE_UNREADABLE,
                "There is no data in " + folder + "; name another directory with --data, or make it with medley serve");
    }

    /** Begin a job of the server, wait for it, and give its result. */
    static JsonNode job(RunningServer server, String path, Map<String, Object> body, String stage, CommandOutput output)
            throws IOException {
        JsonNode job = server.post(path, body);
        while (job.path("state").asText().equals("RUNNING")) {
            output.progress(stage, job.path("done").asLong(), job.path("total").asLong());
            LockSupport.parkNanos(GLANCE.toNanos());
            job = server.get("/api/jobs/" + job.path("id").asText());
        }
        if (!job.path("state").asText().equals("DONE")) {
            throw new MedleyException(
                    ErrorCode.STORE_UNAVAILABLE,
                    stage + " failed: " + job.path("problem").asText());
        }
        return job.path("result");
    }
}

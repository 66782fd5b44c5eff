package health.medley.switchboard.internal;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retire former routings on a thread of its own, so that no caller ever waits for a provider to be let go. Sleeps until
 * somebody leaves a former routing.
 */
final class Retirement {
    private final Logger logger = LoggerFactory.getLogger(Retirement.class);
    private final Thread thread = new Thread(this::run, "medley-switchboard-retirement");
    private volatile boolean ended;
    private @Nullable Routing routing;
    private @Nullable Consumer<Generation> release;

    /** Begin; {@code release} gives a generation's service back to the framework. */
    void begin(Routing routing, Consumer<Generation> release) {
        this.routing = routing;
        this.release = release;
        thread.setDaemon(true);
        // a thread keeps the loader it inherits; this one needs none and must pin none
        thread.setContextClassLoader(null);
        thread.start();
    }

    /** Look again soon. Never blocks. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** Stop looking. */
    void end() {
        ended = true;
        wake();
    }

    private void run() {
        while (!ended) {
            List<Generation> gone = routing.retire();
            gone.forEach(this::letGo);
            if (gone.isEmpty()) {
                LockSupport.park(this);
            }
        }
    }

    private void letGo(Generation generation) {
        logger.info("Retired {}: no call and no lease uses it any more", generation);
        try {
            release.accept(generation);
        } catch (RuntimeException | LinkageError e) {
            logger.warn(
                    "Letting go of {} failed with {}; it is out of the routing all the same",
                    generation,
                    e.getClass().getName());
        }
    }
}

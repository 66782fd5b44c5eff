package health.medley.rest.internal.server;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;

/** Whether the server has made itself ready, and if not, why not yet. */
@Component(service = ServerState.class)
public final class ServerState {

    private final AtomicReference<Optional<String>> waiting =
            new AtomicReference<>(Optional.of("The server is starting."));

    /** Why it is not ready; empty if it is. */
    public Optional<String> waiting() {
        return waiting.get();
    }

    void ready() {
        waiting.set(Optional.empty());
    }

    void waiting(String why) {
        waiting.set(Optional.of(why));
    }
}

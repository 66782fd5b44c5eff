package health.medley.store.internal.commit;

import health.medley.core.MedleyException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for the store's thread; an interrupt does not end the wait and is kept for the caller. */
public final class Waiting {

    private Waiting() {}

    /** The result, once there is one. */
    public static <T> T forResult(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof MedleyException refusal) {
                // made on the store's thread, thrown on this one: the trace must show who asked
                throw new MedleyException(refusal.code(), refusal.getMessage(), refusal);
            }
            throw e;
        }
    }
}

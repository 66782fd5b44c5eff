package health.medley.store.internal.commit;

import health.medley.core.store.StoreState;
import health.medley.store.internal.read.Readers;
import org.jspecify.annotations.Nullable;

/**
 * How the store stands; never changes, replaced as a whole.
 *
 * @param state whether it answers
 * @param why why not, as a sentence; empty while it does
 * @param readers connections to read by; null unless ready
 * @param schema version of the schema, 0 unless ready
 * @param writer number of the writer, 0 unless ready
 */
public record Standing(
        StoreState state, String why, @Nullable Readers readers, int schema, int writer) {

    static Standing without(StoreState state, String why) {
        return new Standing(state, why, null, 0, 0);
    }
}

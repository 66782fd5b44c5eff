package health.medley.store.internal.commit;

import health.medley.core.MedleyException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/**
 * Something that must be done by the store's thread alone, between two groups of commits.
 *
 * @param action what; it commits what it changes
 * @param done told the result
 * @param <T> the result
 */
public record SoleTask<T>(Action<T> action, CompletableFuture<T> done) implements Work {

    /** What is done. */
    public interface Action<T> {
        /** Do it. */
        T run(WriterSession session) throws SQLException;
    }

    /** Do it, and tell. */
    void run(WriterSession session) throws SQLException {
        try {
            done.complete(action.run(session));
        } catch (MedleyException refusal) {
            session.rollBack();
            done.completeExceptionally(refusal);
        } catch (SQLException e) {
            done.completeExceptionally(Refusals.unknown("the database failed (" + e.getMessage() + ")"));
            throw e;
        }
    }

    @Override
    public void fail(RuntimeException why) {
        done.completeExceptionally(why);
    }
}

package health.medley.store.internal.commit;

import health.medley.core.Caller;
import health.medley.core.Request;
import health.medley.core.store.Changes;
import health.medley.core.store.Commit;
import health.medley.store.internal.chain.ChainHasher;
import health.medley.store.internal.database.Author;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody's commit on its way to the disk.
 *
 * @param practice whose records
 * @param author who commits
 * @param drafts what
 * @param request the request it answers
 * @param done told when it is durable or refused
 */
public record CommitTask(
        String practice,
        Author author,
        List<PreparedDraft> drafts,
        Optional<Request> request,
        CompletableFuture<Commit> done)
        implements Work {

    /** Prepare a commit. */
    public static CommitTask of(Caller caller, Changes changes) {
        ChainHasher hasher = new ChainHasher();
        return new CommitTask(
                caller.practice(),
                Author.of(caller),
                changes.drafts().stream()
                        .map(draft -> PreparedDraft.of(caller.practice(), draft, hasher))
                        .toList(),
                changes.request(),
                new CompletableFuture<>());
    }

    @Override
    public void fail(RuntimeException why) {
        done.completeExceptionally(why);
    }
}

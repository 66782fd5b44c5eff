package health.medley.store.internal.commit;

/** What waits for the store's thread. */
public sealed interface Work permits CommitTask, SoleTask {

    /** Tell whoever waits that it was not done. */
    void fail(RuntimeException why);
}

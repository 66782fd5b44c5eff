package health.medley.record;

/**
 * Everything {@link health.medley.core.store.RecordStore} promises, as tests. A store's test implements it with one
 * method, which opens a store that is empty.
 */
public interface RecordStoreContract extends CommitContract, ReadingContract, ManyWritersContract {}

package health.medley.store.internal.commit;

/**
 * A version about to be written.
 *
 * @param entry its place in the chains
 * @param space number of its space
 * @param prepared what was drafted
 * @param head the same as the record's new head
 * @param previous entry of the version before, 0 if none
 * @param author number of its author
 * @param hash its hash in the chain
 */
@SuppressWarnings("ArrayRecordComponent")
record NewVersion(long entry, long space, PreparedDraft prepared, Head head, long previous, long author, byte[] hash) {}

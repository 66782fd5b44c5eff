package health.medley.core.store;

/**
 * Say what was purged.
 *
 * @param records how many records
 * @param versions how many versions of them
 */
public record PurgeReport(long records, long versions) {}

package health.medley.core.store;

import java.util.List;
import java.util.Objects;

/**
 * Say what a backup holds.
 *
 * @param bytes its size
 * @param sha256 SHA-256 of the file, lower-case hex
 * @param versions how many versions of records it holds
 * @param heads the ends of the chains in it
 */
public record BackupReport(long bytes, String sha256, long versions, List<ChainHead> heads) {
    /** Copy the heads. */
    public BackupReport {
        Objects.requireNonNull(sha256, "sha256");
        heads = List.copyOf(heads);
    }
}

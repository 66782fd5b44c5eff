package health.medley.core.store;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keep the store itself: its state, its proof, its backups and what is purged from it.
 *
 * <p>Unlike {@link RecordStore}, which knows one practice at a time, a keeper looks after the whole database; what it
 * answers names no record of a practice other than the caller's. Safe for concurrent use; commits go on meanwhile but
 * where a method says otherwise. Implemented by the store alone.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ProviderType
public interface StoreKeeper {

    /**
     * Say how the store is. Never throws, and asks for no permission: every edge and provider may look. Cost: none
     * while the store is ready, so that it may be asked before every chunk of a close.
     *
     * @param caller who asks
     */
    StoreStatus status(Caller caller);

    /**
     * Give the end of each writer's chain, to be kept elsewhere: what {@link #verify} finds missing later was cut off.
     *
     * @param caller who asks
     * @return one head a writer, in the order of writers
     * @throws health.medley.core.MedleyException {@code STORE_UNAVAILABLE}
     */
    @Requires(Permission.READ_AUDIT)
    List<ChainHead> heads(Caller caller);

    /**
     * Recompute every chain from its first version to its last, and name the first version that was changed, removed,
     * inserted or cut off. Cost: reads the whole database once, at one moment.
     *
     * @param caller who asks; a flaw in a record of another practice is told without its kind and id
     * @throws health.medley.core.MedleyException {@code STORE_UNAVAILABLE}
     */
    @Requires(Permission.READ_AUDIT)
    Verification verify(Caller caller);

    /**
     * Write a copy of the database as it stands at one moment, verify the copy, and write its SHA-256 beside it as
     * {@code FILE.sha256}.
     *
     * @param caller who asks
     * @param file where to; must not exist
     * @throws health.medley.core.MedleyException {@code ARGUMENT_INVALID} if the file exists; {@code STORE_UNAVAILABLE}
     *     if it cannot be written; {@code STORE_DAMAGED} if the copy does not verify: it is removed again
     */
    @Requires(Permission.ADMINISTER_PLATFORM)
    BackupReport backup(Caller caller, Path file);

    /**
     * Put a backup in the place of the database, after verifying the backup's hash, integrity and chains; the database
     * that was there is set aside beside it. Meant for a server that serves nobody: commits are refused meanwhile. A
     * backup that is older than what was there locks billing ({@link StoreStatus#billingLocked}).
     *
     * @param caller who asks
     * @param file a file that {@link #backup} wrote, with its {@code FILE.sha256}
     * @throws health.medley.core.MedleyException {@code FILE_UNREADABLE} if one of the two is not there; {@code
     *     STORE_DAMAGED} if the backup does not verify; {@code STORE_INCOMPATIBLE} if a newer Medley wrote it. Nothing
     *     was changed then
     */
    @Requires(Permission.ADMINISTER_PLATFORM)
    BackupReport restore(Caller caller, Path file);

    /**
     * Empty the bodies and index fields of records by policy, for good. Of each version remain who made it, when and
     * why, and the hashes with which the chain still verifies; the record is found by {@link RecordStore#history} alone
     * and its unique keys stay taken. That it was done is itself a record (kind {@code store.purge}).
     *
     * @param caller who asks
     * @param policy what
     * @throws health.medley.core.MedleyException {@code STORE_UNAVAILABLE}
     */
    @Requires(Permission.ADMINISTER_PLATFORM)
    PurgeReport purge(Caller caller, PurgePolicy policy);

    /**
     * Say that what was lost with a restored backup has been reconciled with what went out, and unlock billing. That it
     * was done, by whom and why is itself a record (kind {@code store.reconciliation}).
     *
     * @param caller who asks
     * @param reason what was done about the claims that the backup does not know, without patient data
     * @return the state after it
     * @throws health.medley.core.MedleyException {@code STATE_INVALID} if billing is not locked; {@code
     *     ARGUMENT_INVALID} if no reason is given
     */
    @Requires(Permission.ADMINISTER_PLATFORM)
    StoreStatus reconcile(Caller caller, String reason);
}

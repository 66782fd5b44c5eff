package health.medley.store.internal;

import health.medley.core.Caller;
import health.medley.core.Request;
import health.medley.core.store.BackupReport;
import health.medley.core.store.ChainHead;
import health.medley.core.store.Changes;
import health.medley.core.store.Commit;
import health.medley.core.store.PurgePolicy;
import health.medley.core.store.PurgeReport;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoreKeeper;
import health.medley.core.store.StoreStatus;
import health.medley.core.store.StoredRecord;
import health.medley.core.store.Verification;
import health.medley.store.internal.database.StoreSettings;
import health.medley.store.internal.keeping.DatabaseKeeper;
import health.medley.store.internal.keeping.RunningStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;

/** The store as its configuration says; without one there is none. */
@Component(
        service = {RecordStore.class, StoreKeeper.class},
        // kept open, whoever asks and for how long
        immediate = true,
        configurationPid = "health.medley.store",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class StoreComponent implements RecordStore, StoreKeeper {

    private final RunningStore running;
    private final RecordStore records;
    private final StoreKeeper keeper;

    /** The configuration {@code health.medley.store}. */
    public @interface Config {
        /** The store's own directory. */
        String directory();

        /** JDBC URL; empty for SQLite in the directory. */
        String url() default "";

        /** The database's user. */
        String user() default "";

        /** Its password, named {@code .password}: a name that begins with a dot is no property of the service. */
        String _password() default "";
    }

    /** Open the store, or begin to try. */
    @Activate
    public StoreComponent(Config config) {
        this(
                new StoreSettings(Path.of(config.directory()), config.url(), config.user(), config._password()),
                Clock.systemUTC());
    }

    StoreComponent(StoreSettings settings, Clock clock) {
        running = new RunningStore(Databases.of(settings), settings.directory(), clock);
        records = new KeptRecords(running);
        keeper = new DatabaseKeeper(running);
    }

    /** Do what is waiting and close the database. */
    @Deactivate
    public void close() {
        running.close();
    }

    @Override
    public Commit commit(Caller caller, Changes changes) {
        return records.commit(caller, changes);
    }

    @Override
    public Optional<Commit> repeated(Caller caller, Request request) {
        return records.repeated(caller, request);
    }

    @Override
    public Optional<StoredRecord> get(Caller caller, RecordKey key) {
        return records.get(caller, key);
    }

    @Override
    public List<StoredRecord> history(Caller caller, RecordKey key) {
        return records.history(caller, key);
    }

    @Override
    public <R> R read(Caller caller, RecordQuery query, RecordReader<R> reader) {
        return records.read(caller, query, reader);
    }

    @Override
    public StoreStatus status(Caller caller) {
        return keeper.status(caller);
    }

    @Override
    public List<ChainHead> heads(Caller caller) {
        return keeper.heads(caller);
    }

    @Override
    public Verification verify(Caller caller) {
        return keeper.verify(caller);
    }

    @Override
    public BackupReport backup(Caller caller, Path file) {
        return keeper.backup(caller, file);
    }

    @Override
    public BackupReport restore(Caller caller, Path file) {
        return keeper.restore(caller, file);
    }

    @Override
    public PurgeReport purge(Caller caller, PurgePolicy policy) {
        return keeper.purge(caller, policy);
    }

    @Override
    public StoreStatus reconcile(Caller caller, String reason) {
        return keeper.reconcile(caller, reason);
    }
}

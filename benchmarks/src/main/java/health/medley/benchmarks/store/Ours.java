package health.medley.benchmarks.store;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.store.internal.KeptRecords;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.keeping.RunningStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Medley's store in this process: a version with its place in the chain, its head, and their keys. */
final class Ours implements Durable {

    private static final Caller CALLER = Caller.of("rn.alvarez", "lakeside", Role.CARE_MANAGER, "time-entry");

    private final String name;
    private final RunningStore running;
    private final KeptRecords records;

    Ours(String name, Database database, Path directory) {
        this.name = name;
        running = new RunningStore(database, directory, Clock.systemUTC());
        records = new KeptRecords(running);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Client client() {
        return new Client() {
            @Override
            public void write(RecordDraft entry) {
                records.commit(CALLER, new Changes(List.of(entry), Optional.empty()));
            }

            @Override
            public void close() {
                // the store is shared
            }
        };
    }

    @Override
    public void close() {
        running.close();
    }
}

package health.medley.store.internal.keeping;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.StoreState;
import health.medley.store.internal.commit.Refusals;
import health.medley.store.internal.commit.Standing;
import health.medley.store.internal.commit.StoreThread;
import health.medley.store.internal.commit.Work;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.Failure;
import health.medley.store.internal.database.Migrations;
import health.medley.store.internal.read.Readers;
import health.medley.store.internal.read.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;

/** A database with the thread that serves it. Safe for concurrent use. */
public final class RunningStore implements AutoCloseable {

    private static final long RETRY_MILLIS = 1_000;

    private final Database database;
    private final Opening opening;
    private final Migrations migrations;
    private volatile StoreThread thread;

    /** Start to serve {@code database}; returns when it is ready or the first attempt to open it has failed. */
    public RunningStore(Database database, Path directory, Clock clock) {
        this(database, Migrations.of(database), directory, clock);
    }

    RunningStore(Database database, Migrations migrations, Path directory, Clock clock) {
        this.database = database;
        this.migrations = migrations;
        this.opening = new Opening(database, migrations, directory, clock);
        this.thread = new StoreThread(database, opening, RETRY_MILLIS);
        thread.start();
    }

    /** Have something done by the store's thread. */
    public void submit(Work work) {
        thread.submit(work);
    }

    /** Read within one moment. */
    public <R> R read(Readers.Question<R> question) {
        return ask((statements, names) -> question.ask(new Reading(statements, names)));
    }

    /** Read within one moment, by statements of one's own. */
    public <R> R ask(Readers.RawQuestion<R> question) {
        StoreThread asked = thread;
        Standing standing = asked.standing();
        Readers readers = standing.readers();
        if (readers == null) {
            throw Refusals.unavailable(standing.why());
        }
        try {
            return readers.askRaw(question);
        } catch (SQLException e) {
            if (asked.standing() == standing && database.failure(e) == Failure.FATAL) {
                asked.fail("reading the database failed (" + e.getMessage()
                        + "): mend its disk, or restore a backup, and start again");
            }
            throw new MedleyException(
                    ErrorCode.STORE_UNAVAILABLE, "Reading the store: it failed (" + e.getMessage() + "); try again");
        }
    }

    /** How the store stands. */
    public Standing standing() {
        return thread.standing();
    }

    /** Why the last commits were not written; empty if they were. */
    String refusal() {
        return thread.refusal();
    }

    Opening opening() {
        return opening;
    }

    Database database() {
        return database;
    }

    Migrations migrations() {
        return migrations;
    }

    /** What is done with the database while no thread serves it. */
    interface Replacing {
        /** Do it. */
        void run() throws SQLException, IOException;
    }

    /** Stop serving, do something with the database, and serve again. */
    synchronized void whileClosed(Replacing replacing) throws SQLException, IOException {
        thread.close();
        try {
            replacing.run();
        } finally {
            StoreThread next = new StoreThread(database, opening, RETRY_MILLIS);
            next.start();
            thread = next;
        }
    }

    /** Whether the store stopped for good. */
    boolean failed() {
        return standing().state() == StoreState.FAILED;
    }

    @Override
    public synchronized void close() {
        thread.close();
    }
}

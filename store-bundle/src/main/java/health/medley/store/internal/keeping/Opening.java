package health.medley.store.internal.keeping;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.store.internal.chain.Chain;
import health.medley.store.internal.chain.ChainTail;
import health.medley.store.internal.chain.HeadsFile;
import health.medley.store.internal.chain.HeadsFile.Seen;
import health.medley.store.internal.chain.Sha256;
import health.medley.store.internal.commit.OpenStore;
import health.medley.store.internal.commit.StoreThread.SessionSource;
import health.medley.store.internal.commit.WriterSession;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.Migrations;
import health.medley.store.internal.database.Names;
import health.medley.store.internal.database.Statements;
import health.medley.store.internal.read.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a database: examines it, migrates it, compares it with the heads file, and exports heads while it is open. */
public final class Opening implements SessionSource {

    private static final long EXPORT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long TOLERATED_MILLIS = 1_000;

    private final Logger logger = LoggerFactory.getLogger(Opening.class);
    private final Database database;
    private final Migrations migrations;
    private final Path directory;
    private final HeadsFile heads;
    private final Clock clock;
    private long exported;
    private long exportedAt;
    private volatile Optional<String> billingLock = Optional.empty();
    private volatile boolean clockBehind;
    private volatile String unexported = "";
    private volatile String lockedByRestore = "";

    /** Open {@code database} with its heads file in {@code directory}. */
    public Opening(Database database, Migrations migrations, Path directory, Clock clock) {
        this.database = database;
        this.migrations = migrations;
        this.directory = directory;
        this.heads = new HeadsFile(directory.resolve("heads.log"));
        this.clock = clock;
    }

    @Override
    public OpenStore open() throws SQLException, IOException {
        database.open();
        try {
            Files.createDirectories(directory);
            return opened(database.writing());
        } catch (SQLException | IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private OpenStore opened(Connection connection) throws SQLException, IOException {
        Statements statements = new Statements(connection);
        try {
            Optional<String> damage = database.examine(connection);
            if (damage.isPresent()) {
                throw new MedleyException(
                        ErrorCode.STORE_DAMAGED,
                        "Opening the store: " + damage.get() + "; restore a backup with medley restore");
            }
            int schema = migrations.apply(connection);
            Names names = new Names();
            WriterSession session = new WriterSession(database, statements, names, clock);
            ChainTail.check(statements, names, session.chain());
            new BillingLock(heads).check(statements, session.chain(), database.alone(), lockedByRestore);
            lockedByRestore = "";
            connection.commit();
            OpenStore open = new OpenStore(database, session, new Readers(database, names), schema);
            exported = -1;
            export(session.chain());
            look(session);
            return open;
        } catch (SQLException | IOException | RuntimeException e) {
            statements.close();
            throw e;
        }
    }

    @Override
    public void between(OpenStore open) throws SQLException {
        long now = System.nanoTime();
        if (now - exportedAt >= EXPORT_NANOS) {
            export(open.session().chain());
            look(open.session());
            database.tend(open.session().chain().sequence());
            exportedAt = now;
        }
    }

    @Override
    public void last(OpenStore open) {
        export(open.session().chain());
    }

    private void export(Chain chain) {
        if (chain.sequence() == exported || chain.sequence() == 0) {
            return;
        }
        try {
            heads.append(new Seen(chain.writer(), chain.sequence(), Sha256.hex(chain.hash()), chain.at()));
            exported = chain.sequence();
            unexported = "";
        } catch (IOException e) {
            // no reason to refuse commits, which are safe; tried again in a second
            if (unexported.isEmpty()) {
                logger.warn("The heads file cannot be written: {}", e.toString());
            }
            unexported = "The heads file cannot be written (" + e.getClass().getSimpleName()
                    + "): what is cut off from now on may go unnoticed. Make room or mend the rights of its directory.";
        }
    }

    private void look(WriterSession session) throws SQLException {
        // on a database of several nodes another one may have locked or unlocked it
        billingLock = BillingLock.reason(session.statements());
        session.rollBack();
        boolean behind = session.chain().at() - session.millis() > TOLERATED_MILLIS;
        if (behind && !clockBehind) {
            logger.warn("The clock stands before the last commit; commits keep that time until it has caught up");
        }
        clockBehind = behind;
    }

    /** Why billing is locked; empty if it is not. */
    public Optional<String> billingLock() {
        return billingLock;
    }

    /** Whether the clock stands before the last commit. */
    public boolean clockBehind() {
        return clockBehind;
    }

    /** Lock billing with the next opening, as an old backup is put in the database's place. */
    void lockNext(String why) {
        lockedByRestore = why;
    }

    /** Why heads are not exported; empty if they are. */
    String unexported() {
        return unexported;
    }

    /** The heads file. */
    public HeadsFile heads() {
        return heads;
    }

    /** Look again at what was just changed on {@code session}. */
    void refresh(WriterSession session) throws SQLException {
        look(session);
    }
}

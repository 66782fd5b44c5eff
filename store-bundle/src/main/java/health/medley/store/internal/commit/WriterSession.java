package health.medley.store.internal.commit;

import health.medley.store.internal.chain.Chain;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.Names;
import health.medley.store.internal.database.Statements;
import java.sql.SQLException;
import java.time.Clock;

/** The connection that writes and the chain it goes on with. Used by the store's thread alone. */
public final class WriterSession implements AutoCloseable {

    private final Database database;
    private final Statements statements;
    private final Names names;
    private final Clock clock;
    private Chain chain;

    /** Go on with the database's chain. */
    public WriterSession(Database database, Statements statements, Names names, Clock clock) throws SQLException {
        this.database = database;
        this.statements = statements;
        this.names = names;
        this.clock = clock;
        this.chain = Chain.of(statements, database.writer());
    }

    /** The database. */
    public Database database() {
        return database;
    }

    /** The statements of the connection. */
    public Statements statements() {
        return statements;
    }

    /** The numbers that stand for spaces and authors. */
    public Names names() {
        return names;
    }

    /** What the clock says; commits never go back behind the last. */
    public long millis() {
        return clock.millis();
    }

    /** The end of the chain as committed. */
    public Chain chain() {
        return chain;
    }

    /** Commit what was written, which ends the chain with {@code end}. */
    void commit(Chain end) throws SQLException {
        statements.connection().commit();
        chain = end;
    }

    /** Undo what was written since the last commit. */
    public void rollBack() throws SQLException {
        database.rollBack(statements.connection());
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }
}

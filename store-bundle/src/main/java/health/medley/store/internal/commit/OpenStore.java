package health.medley.store.internal.commit;

import health.medley.core.store.StoreState;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.read.Readers;
import java.sql.SQLException;

/**
 * A database while it is open.
 *
 * @param database the database
 * @param session the connection that writes
 * @param readers connections that read
 * @param schema version of the schema
 */
public record OpenStore(Database database, WriterSession session, Readers readers, int schema)
        implements AutoCloseable {

    Standing standing() {
        return new Standing(StoreState.READY, "", readers, schema, database.writer());
    }

    /** Close the connections and give up the database, whatever state it is in. */
    @Override
    public void close() throws SQLException {
        try (readers;
                session) {
            session.rollBack();
        } finally {
            database.close();
        }
    }
}

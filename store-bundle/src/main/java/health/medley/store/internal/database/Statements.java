package health.medley.store.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The prepared statements of one connection, the least used forgotten. Used by one thread at a time. */
public final class Statements implements AutoCloseable {

    private static final int MOST = 100;

    private final Connection connection;
    private final LinkedHashMap<String, PreparedStatement> prepared = new LinkedHashMap<>(MOST, 0.75f, true);

    /** Prepare statements on {@code connection}, which is closed with them. */
    public Statements(Connection connection) {
        this.connection = connection;
    }

    /** The statement of {@code sql}, prepared once. */
    public PreparedStatement of(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement made = connection.prepareStatement(sql);
        prepared.put(sql, made);
        if (prepared.size() > MOST) {
            Map.Entry<String, PreparedStatement> eldest =
                    prepared.entrySet().iterator().next();
            prepared.remove(eldest.getKey());
            eldest.getValue().close();
        }
        return made;
    }

    /** The connection itself. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        prepared.clear();
        connection.close();
    }
}

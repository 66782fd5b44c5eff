package health.medley.store.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** An empty schema of a server's database for each test; starting a server for each would take longer. */
public final class FreshSchema {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private FreshSchema() {}

    /** Make one; the URL leads to it. */
    public static String url(PostgresServer server) {
        String name = "test_" + NUMBER.incrementAndGet();
        execute(server, "CREATE SCHEMA " + name);
        return server.url() + "?currentSchema=" + name;
    }

    /** Do something as the owner of the database. */
    public static void execute(PostgresServer server, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(server.url(), PostgresServer.USER, PostgresServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Running " + sql, e);
        }
    }
}

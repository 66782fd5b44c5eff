package health.medley.benchmarks.store;

import health.medley.core.store.RecordDraft;
import health.medley.store.support.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The floor: PostgreSQL as shipped ({@code synchronous_commit} on) with one table written by hand. A row holds what a
 * version holds but for the hashes, and is found by the same keys. Each client has a connection of its own and commits
 * each row by itself, with one prepared statement and one round trip.
 */
final class HandWritten implements Durable {

    private static final String INSERT = "INSERT INTO handwritten VALUES (" + "?, ".repeat(16) + "?)";

    private final PostgresServer server;

    HandWritten(PostgresServer server) throws SQLException {
        this.server = server;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE handwritten (practice text NOT NULL, kind text NOT NULL, id text NOT NULL,"
                    + " version bigint NOT NULL, body_schema int NOT NULL, patient text, service_month text,"
                    + " reason text NOT NULL, committed_at bigint NOT NULL, account text NOT NULL, role text NOT NULL,"
                    + " purpose text NOT NULL, bundle text NOT NULL, bundle_version text NOT NULL,"
                    + " bundle_hash text NOT NULL, routing bigint NOT NULL, body text NOT NULL,"
                    + " PRIMARY KEY (practice, kind, id, version))");
            statement.execute("CREATE INDEX ON handwritten (practice, kind, patient, service_month, id)");
            statement.execute("CREATE INDEX ON handwritten (practice, kind, service_month, id)");
        }
    }

    @Override
    public String name() {
        return "PostgreSQL by hand";
    }

    @Override
    public Client client() throws SQLException {
        return new Writer(connect());
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(), PostgresServer.USER, PostgresServer.PASSWORD);
    }

    @Override
    public void close() {
        // the server is its owner's
    }

    private static final class Writer implements Client {

        private final Connection connection;
        private final PreparedStatement insert;

        Writer(Connection connection) throws SQLException {
            this.connection = connection;
            insert = connection.prepareStatement(INSERT);
        }

        @Override
        public void write(RecordDraft entry) throws SQLException {
            insert.setString(1, "lakeside");
            insert.setString(2, entry.key().kind());
            insert.setString(3, entry.key().id());
            insert.setLong(4, 1);
            insert.setInt(5, entry.schema());
            insert.setString(6, entry.patient().orElseThrow().value());
            insert.setString(7, entry.month().orElseThrow().toString());
            insert.setString(8, entry.reason());
            insert.setLong(9, System.currentTimeMillis());
            insert.setString(10, "rn.alvarez");
            insert.setString(11, "CARE_MANAGER");
            insert.setString(12, "time-entry");
            insert.setString(13, "health.medley.coordination");
            insert.setString(14, "0.1.0");
            insert.setString(15, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
            insert.setLong(16, 7);
            insert.setString(17, entry.body());
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}

package health.medley.store.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PostgresServerTest {

    @Test
    void keepsWhatWasCommittedOverAKillAndAStop() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            execute(server, "create table kept(n int)");
            execute(server, "insert into kept values (7)");

            server.kill();
            assertThrows(SQLException.class, () -> execute(server, "select 1"));
            server.restart();
            execute(server, "insert into kept values (8)");
            server.stop();
            server.restart();

            assertEquals(15, number(server, "select sum(n) from kept"));
        }
    }

    @Test
    void syncsWhatIsCommitted() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            assertEquals(
                    2,
                    number(
                            server,
                            "select count(*) from pg_settings where name in ('fsync', 'synchronous_commit')"
                                    + " and setting = 'on'"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void runsWhatALibraryBringsWhereTheMachineHasNone() throws IOException, SQLException {
        try (PostgresServer server = new PostgresServer(PostgresBinaries.unpacked(), List.of())) {
            assertEquals(14, number(server, "select current_setting('server_version_num')::int / 10000"));
        }
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.url(), PostgresServer.USER, PostgresServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(PostgresServer server, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.url(), PostgresServer.USER, PostgresServer.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

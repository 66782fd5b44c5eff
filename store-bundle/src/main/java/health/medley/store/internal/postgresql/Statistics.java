package health.medley.store.internal.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the server look at its tables whenever they have doubled. The server does so by itself, but a minute late, and
 * until then plans queries for the tables it saw last: empty ones.
 */
final class Statistics {

    private static final long FEWEST = 200;

    private final Logger logger = LoggerFactory.getLogger(Statistics.class);
    private final PostgresSession sessions;
    private final AtomicBoolean running = new AtomicBoolean();
    private long next = FEWEST;

    Statistics(PostgresSession sessions) {
        this.sessions = sessions;
    }

    /** Called by one thread, with the number of versions it has written. */
    void tend(long sequence) {
        if (sequence >= next && running.compareAndSet(false, true)) {
            next = sequence * 2;
            Thread thread = new Thread(this::analyze, "medley-postgresql-statistics");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void analyze() {
        try (Connection connection = sessions.writing();
                Statement statement = connection.createStatement()) {
            for (String table : new String[] {"head", "version", "field", "held", "request"}) {
                statement.execute("ANALYZE " + table);
                connection.commit();
            }
        } catch (SQLException e) {
            logger.info("The server did not look at its tables now ({}); it will by itself", e.getSQLState());
        } finally {
            running.set(false);
        }
    }
}

package health.medley.store.internal.read;

import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.Names;
import health.medley.store.internal.database.Statements;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that read, kept for the next reader. Each call sees one moment. Safe for concurrent use. */
public final class Readers implements AutoCloseable {

    private static final int MOST_IDLE = 8;

    private final Database database;
    private final Names names;
    private final Deque<Statements> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger kept = new AtomicInteger();
    private volatile boolean closed;

    /** Read from {@code database}. */
    public Readers(Database database, Names names) {
        this.database = database;
        this.names = names;
    }

    /** What is read. */
    public interface Question<R> {
        /** Ask it. */
        R ask(Reading reading) throws SQLException;
    }

    /** What is read by statements of one's own. */
    public interface RawQuestion<R> {
        /** Ask it. */
        R ask(Statements statements, Names names) throws SQLException;
    }

    /** Ask within one moment. */
    public <R> R ask(Question<R> question) throws SQLException {
        return askRaw((statements, known) -> question.ask(new Reading(statements, known)));
    }

    /** Ask within one moment, by statements of one's own. */
    public <R> R askRaw(RawQuestion<R> question) throws SQLException {
        Statements statements = take();
        boolean whole = false;
        try {
            R answer = question.ask(statements, names);
            // ends the moment; nothing was written
            statements.connection().rollback();
            whole = true;
            return answer;
        } finally {
            give(statements, whole);
        }
    }

    private Statements take() throws SQLException {
        Statements statements = idle.pollFirst();
        if (statements != null) {
            kept.decrementAndGet();
            return statements;
        }
        return new Statements(database.reading());
    }

    private void give(Statements statements, boolean whole) throws SQLException {
        if (!whole || closed || kept.incrementAndGet() > MOST_IDLE) {
            if (whole && !closed) {
                kept.decrementAndGet();
            }
            statements.close();
            return;
        }
        idle.addFirst(statements);
        if (closed) {
            close();
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        for (Statements statements = idle.pollFirst(); statements != null; statements = idle.pollFirst()) {
            statements.close();
        }
    }
}

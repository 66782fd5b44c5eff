package health.medley.store.internal.postgresql;

import health.medley.store.internal.database.Failure;
import java.sql.SQLException;
import java.util.Set;

/** What PostgreSQL's error codes (SQLSTATE) mean for a commit. */
final class PostgresFailures {

    /** Serialization, deadlock, a unique key, a table made meanwhile, a wait for another writer's lock, a statement cut off. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505", "42P07", "55P03", "57014");
    /** Administrator, crash, not ready yet, idle session ended, too many connections. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "57P05", "53300", "25P03");
    /** Damaged data or index. */
    private static final Set<String> DAMAGED = Set.of("XX001", "XX002");

    private static final String CONNECTION = "08";
    private static final String PROTOCOL_VIOLATED = "08P01";

    private PostgresFailures() {}

    static Failure of(SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        if (CONFLICTS.contains(state)) {
            return Failure.CONFLICT;
        }
        if (DAMAGED.contains(state)) {
            return Failure.FATAL;
        }
        if (LOST.contains(state) || state.startsWith(CONNECTION) || state.isEmpty()) {
            return Failure.LOST;
        }
        return Failure.REFUSED;
    }

    /** What to say where a connection could not be made: one sentence and the next step, without password or URL. */
    static String sentence(SQLException error, String place) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        return "Connecting to " + place + ": "
                + switch (state) {
                    case "28P01", "28000" ->
                        "the server refused user and password; check medley.store.user and medley.store.password";
                    case "3D000" -> "the server has no such database; create it, or check medley.store.url";
                    case "08001", "08006", "08004", PROTOCOL_VIOLATED ->
                        "no server answers there; start it, or check medley.store.url";
                    case "57P03" -> "the server is starting or stopping; waiting for it";
                    case "53300" -> "the server has no connection left; raise its max_connections";
                    case "42501" -> "the user may not do what the store needs; give it the right to create tables";
                    default -> "the server refused with SQLSTATE " + (state.isEmpty() ? "unknown" : state);
                }
                + ". The store tries again by itself";
    }
}

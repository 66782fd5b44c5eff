package health.medley.store.internal.chain;

import health.medley.store.internal.chain.HeadsFile.Behind;
import health.medley.store.internal.chain.HeadsFile.Line;
import health.medley.store.internal.chain.HeadsFile.Seen;
import health.medley.store.internal.database.Statements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the lines of a heads file say of each chain, those that were superseded left out.
 *
 * @param seen hash by place, by writer
 * @param lost places that an unreconciled opening did not find, by writer: hash by place
 */
public record HeadsKnown(Map<Integer, NavigableMap<Long, String>> seen, Map<Integer, NavigableMap<Long, String>> lost) {

    /** Read the lines from first to last. */
    public static HeadsKnown of(List<Line> lines) {
        HeadsKnown known = new HeadsKnown(new TreeMap<>(), new TreeMap<>());
        for (Line line : lines) {
            known.take(line);
        }
        return known;
    }

    private void take(Line line) {
        if (line instanceof Seen head) {
            seen.computeIfAbsent(head.writer(), writer -> new TreeMap<>()).put(head.sequence(), head.hash());
        } else if (line instanceof Behind behind) {
            NavigableMap<Long, String> gone = seen.computeIfAbsent(behind.writer(), writer -> new TreeMap<>())
                    .tailMap(behind.sequence(), false);
            lost.computeIfAbsent(behind.writer(), writer -> new TreeMap<>()).putAll(gone);
            gone.clear();
        } else {
            lost.clear();
        }
    }

    /** The lines to append where the database does not hold what the file says; none if it does. */
    public List<Behind> behind(Statements statements) throws SQLException {
        List<Behind> behind = new ArrayList<>();
        for (Map.Entry<Integer, NavigableMap<Long, String>> chain : seen.entrySet()) {
            agreed(statements, chain.getKey(), chain.getValue()).ifPresent(behind::add);
        }
        return behind;
    }

    private static Optional<Behind> agreed(Statements statements, int writer, NavigableMap<Long, String> heads)
            throws SQLException {
        long agreed = 0;
        for (Map.Entry<Long, String> head : heads.descendingMap().entrySet()) {
            if (holds(statements, Chain.entry(writer, head.getKey()), head.getValue())) {
                agreed = head.getKey();
                break;
            }
        }
        return heads.isEmpty() || agreed == heads.lastKey()
                ? Optional.empty()
                : Optional.of(new Behind(writer, agreed));
    }

    private static boolean holds(Statements statements, long entry, String hash) throws SQLException {
        PreparedStatement select = statements.of("SELECT chain_hash FROM version WHERE entry = ?");
        select.setLong(1, entry);
        try (ResultSet row = select.executeQuery()) {
            return row.next() && Sha256.hex(row.getBytes(1)).equals(hash);
        }
    }
}

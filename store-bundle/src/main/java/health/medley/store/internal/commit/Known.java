package health.medley.store.internal.commit;

import health.medley.core.Request;
import health.medley.store.internal.database.Lookup;
import health.medley.store.internal.database.Statements;
import health.medley.store.internal.read.Reading.Done;
import health.medley.store.internal.read.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a group of commits starts from and what it comes to: the heads, the holders of unique keys and the requests that
 * its drafts touch. Read from the database in a few statements; what the group decides is kept beside it, so that each
 * commit of the group sees those before it.
 */
final class Known {

    private final Map<Slot, Head> headsBefore = new HashMap<>();
    private final Map<Slot, String> holdersBefore = new HashMap<>();
    private final Map<Slot, Head> heads = new TreeMap<>();
    private final Map<Slot, String> holders = new TreeMap<>();
    private final Map<Asked, Done> requests = new HashMap<>();

    /** A request by who sent it. */
    record Asked(String practice, String user, String name) {
        static Asked of(CommitTask task, Request request) {
            return new Asked(task.practice(), task.author().user(), request.key());
        }
    }

    /** Read what the tasks touch. */
    void load(List<CommitTask> tasks, Numbering numbering, Statements statements, String locking) throws SQLException {
        Map<Long, Set<String>> ids = new TreeMap<>();
        Map<Long, Set<String>> keys = new TreeMap<>();
        for (CommitTask task : tasks) {
            for (PreparedDraft prepared : task.drafts()) {
                long space = numbering.space(prepared.space());
                // in one order in every writer, so that two never wait for each other
                ids.computeIfAbsent(space, number -> new TreeSet<>())
                        .add(prepared.draft().key().id());
                if (!prepared.draft().uniqueKeys().isEmpty()) {
                    keys.computeIfAbsent(space, number -> new TreeSet<>())
                            .addAll(prepared.draft().uniqueKeys());
                }
            }
        }
        for (Map.Entry<Long, Set<String>> wanted : ids.entrySet()) {
            loadHeads(statements, wanted.getKey(), wanted.getValue(), locking);
        }
        for (Map.Entry<Long, Set<String>> wanted : keys.entrySet()) {
            loadHolders(statements, wanted.getKey(), wanted.getValue());
        }
        loadRequests(statements, tasks);
    }

    private void loadHeads(Statements statements, long space, Set<String> ids, String locking) throws SQLException {
        Lookup.each(
                statements,
                "SELECT h.id, h.version, h.entry, h.patient, h.service_month, v.fields, v.unique_keys, v.committed_at"
                        + " FROM head h JOIN version v ON v.entry = h.entry WHERE h.space = ? AND h.id IN ",
                locking,
                statement -> {
                    statement.setLong(1, space);
                    return 2;
                },
                ids,
                row -> loaded(space, row));
    }

    private void loaded(long space, ResultSet row) throws SQLException {
        String id = row.getString(1);
        Head head = new Head(
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8));
        headsBefore.put(new Slot(space, id), head);
        // what a record holds it may give up, though no draft asks for it
        Texts.keys(head.keys()).forEach(key -> holdersBefore.put(new Slot(space, key), id));
    }

    private void loadHolders(Statements statements, long space, Set<String> keys) throws SQLException {
        Lookup.each(
                statements,
                "SELECT unique_key, id FROM held WHERE space = ? AND unique_key IN ",
                "",
                statement -> {
                    statement.setLong(1, space);
                    return 2;
                },
                keys,
                row -> holdersBefore.put(new Slot(space, row.getString(1)), row.getString(2)));
    }

    private void loadRequests(Statements statements, List<CommitTask> tasks) throws SQLException {
        Map<Asked, Set<String>> wanted = new HashMap<>();
        for (CommitTask task : tasks) {
            task.request().ifPresent(request -> wanted.computeIfAbsent(
                            new Asked(task.practice(), task.author().user(), ""), who -> new TreeSet<>())
                    .add(request.key()));
        }
        for (Map.Entry<Asked, Set<String>> each : wanted.entrySet()) {
            Asked who = each.getKey();
            Lookup.each(
                    statements,
                    "SELECT name, fingerprint, first_entry, entries FROM request WHERE practice = ? AND account = ?"
                            + " AND name IN ",
                    "",
                    statement -> {
                        statement.setString(1, who.practice());
                        statement.setString(2, who.user());
                        return 3;
                    },
                    each.getValue(),
                    row -> requests.put(
                            new Asked(who.practice(), who.user(), row.getString(1)),
                            new Done(row.getString(2), row.getLong(3), row.getInt(4))));
        }
    }

    /** The head of a record now, null if there is none. */
    @Nullable
    Head head(Slot slot) {
        Head now = heads.get(slot);
        return now != null ? now : headsBefore.get(slot);
    }

    /** The head of a record before the group, null if there was none. */
    @Nullable
    Head headBefore(Slot slot) {
        return headsBefore.get(slot);
    }

    /** Who holds a key now; null or empty if nobody. */
    @Nullable
    String holder(Slot key) {
        String now = holders.get(key);
        return now != null ? now : holdersBefore.get(key);
    }

    /** Who held a key before the group, null if nobody. */
    @Nullable
    String holderBefore(Slot key) {
        return holdersBefore.get(key);
    }

    /** What a request committed, null if nothing yet. */
    @Nullable
    Done done(Asked asked) {
        return requests.get(asked);
    }

    void put(Slot slot, Head head) {
        heads.put(slot, head);
    }

    void putHolders(Map<Slot, String> changed) {
        holders.putAll(changed);
    }

    void put(Asked asked, Done done) {
        requests.put(asked, done);
    }

    /** The heads that changed, in order. */
    Map<Slot, Head> heads() {
        return heads;
    }

    /** The keys whose holder may have changed, in order; an empty holder is none. */
    Map<Slot, String> holders() {
        return holders;
    }
}

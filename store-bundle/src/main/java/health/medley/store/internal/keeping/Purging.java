package health.medley.store.internal.keeping;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.store.PurgePolicy;
import health.medley.core.store.PurgeReport;
import health.medley.store.internal.chain.PurgeBody;
import health.medley.store.internal.commit.WriterSession;
import health.medley.store.internal.database.Space;
import health.medley.store.internal.database.Statements;
import health.medley.store.internal.read.Texts;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Empties records by policy, some at a time so that commits go on in between. What was emptied and the record that says
 * so are one transaction.
 *
 * @param caller who purges
 * @param policy what
 */
record Purging(Caller caller, PurgePolicy policy) {

    private static final int RECORDS = 200;
    private static final String PAST = "WITH RECURSIVE past(entry, previous) AS ("
            + "SELECT entry, previous FROM version WHERE entry = ? UNION ALL"
            + " SELECT v.entry, v.previous FROM past JOIN version v ON v.entry = past.previous)"
            + " SELECT entry FROM past";

    private record Found(String id, long entry, String fields) {}

    /** Purge the next records; none left if the report says 0. */
    PurgeReport step(WriterSession session) throws SQLException {
        Statements statements = session.statements();
        OptionalLong space = session.names().find(statements, new Space(caller.practice(), policy.kind()));
        if (space.isEmpty()) {
            return new PurgeReport(0, 0);
        }
        List<Found> found = find(statements, space.getAsLong());
        List<Long> entries = new ArrayList<>();
        for (Found record : found) {
            entries.addAll(empty(statements, space.getAsLong(), record));
        }
        if (!found.isEmpty()) {
            entries.sort(null);
            String body = new PurgeBody(policy.kind(), entries).text();
            Notes.commit(session, caller, PurgeBody.KIND, body, policy.reason());
        } else {
            statements.connection().rollback();
        }
        return new PurgeReport(found.size(), entries.size());
    }

    private List<Found> find(Statements statements, long space) throws SQLException {
        PreparedStatement select =
                statements.of("SELECT h.id, h.entry, v.fields FROM head h JOIN version v ON v.entry = h.entry"
                        + " WHERE h.space = ? AND h.purged = 0 AND v.committed_at < ?"
                        + (policy.patient().isPresent() ? " AND h.patient = ?" : "") + " ORDER BY h.id LIMIT "
                        + RECORDS);
        select.setLong(1, space);
        select.setLong(2, policy.before().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
        if (policy.patient().isPresent()) {
            select.setString(3, policy.patient().map(PatientRef::value).get());
        }
        List<Found> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Found(row.getString(1), row.getLong(2), row.getString(3)));
            }
        }
        return found;
    }

    private static List<Long> empty(Statements statements, long space, Found record) throws SQLException {
        List<Long> entries = new ArrayList<>();
        PreparedStatement past = statements.of(PAST);
        past.setLong(1, record.entry());
        try (ResultSet row = past.executeQuery()) {
            while (row.next()) {
                entries.add(row.getLong(1));
            }
        }
        for (long entry : entries) {
            PreparedStatement update =
                    statements.of("UPDATE version SET body = '', fields = '{}', purged = 1 WHERE entry = ?");
            update.setLong(1, entry);
            update.executeUpdate();
        }
        for (Map.Entry<String, String> field : Texts.fields(record.fields()).entrySet()) {
            PreparedStatement delete =
                    statements.of("DELETE FROM field WHERE space = ? AND name = ? AND value = ? AND id = ?");
            delete.setLong(1, space);
            delete.setString(2, field.getKey());
            delete.setString(3, field.getValue());
            delete.setString(4, record.id());
            delete.executeUpdate();
        }
        PreparedStatement head = statements.of("UPDATE head SET purged = 1 WHERE space = ? AND id = ?");
        head.setLong(1, space);
        head.setString(2, record.id());
        head.executeUpdate();
        return entries;
    }
}

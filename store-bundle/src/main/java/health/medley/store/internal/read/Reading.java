package health.medley.store.internal.read;

import health.medley.core.Request;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.StoredRecord;
import health.medley.store.internal.database.Damage;
import health.medley.store.internal.database.Names;
import health.medley.store.internal.database.Space;
import health.medley.store.internal.database.Statements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What can be asked of a connection within one moment. */
public final class Reading {

    private final Statements statements;
    private final Names names;

    /** Read by these statements. */
    public Reading(Statements statements, Names names) {
        this.statements = statements;
        this.names = names;
    }

    /** A request done before. */
    public record Done(String fingerprint, long firstEntry, int entries) {}

    /** The current version of a record. */
    public Optional<StoredRecord> get(String practice, RecordKey key) throws SQLException {
        OptionalLong space = space(practice, key.kind());
        if (space.isEmpty()) {
            return Optional.empty();
        }
        PreparedStatement select = statements.of("SELECT " + RecordRows.COLUMNS
                + " FROM head h JOIN version v ON v.entry = h.entry WHERE h.space = ? AND h.id = ? AND h.purged = 0");
        select.setLong(1, space.getAsLong());
        select.setString(2, key.id());
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new RecordRows(statements, names).record(row, key.kind()))
                    : Optional.empty();
        }
    }

    /** Every version of a record, oldest first. */
    public List<StoredRecord> history(String practice, RecordKey key) throws SQLException {
        OptionalLong space = space(practice, key.kind());
        List<StoredRecord> versions = new ArrayList<>();
        if (space.isEmpty()) {
            return versions;
        }
        PreparedStatement select = statements.of("WITH RECURSIVE past(entry, previous) AS ("
                + "SELECT v.entry, v.previous FROM head h JOIN version v ON v.entry = h.entry"
                + " WHERE h.space = ? AND h.id = ?"
                + " UNION ALL SELECT v.entry, v.previous FROM past JOIN version v ON v.entry = past.previous) SELECT "
                + RecordRows.COLUMNS + " FROM past JOIN version v ON v.entry = past.entry");
        select.setLong(1, space.getAsLong());
        select.setString(2, key.id());
        RecordRows rows = new RecordRows(statements, names);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                versions.add(rows.record(row, key.kind()));
            }
        }
        versions.sort((a, b) -> Long.compare(a.version(), b.version()));
        if (!versions.isEmpty() && versions.get(versions.size() - 1).version() != versions.size()) {
            throw Damage.missing("a version of a record of kind " + key.kind());
        }
        return Collections.unmodifiableList(versions);
    }

    /** Hand the records of a query to a reader. */
    public <R> void read(String practice, RecordQuery query, RecordReader<R> reader) throws SQLException {
        OptionalLong space = space(practice, query.kind());
        if (space.isEmpty()) {
            return;
        }
        PreparedStatement select = QuerySql.prepare(statements, query, space.getAsLong());
        RecordRows rows = new RecordRows(statements, names);
        try (ResultSet row = select.executeQuery()) {
            Filter filter = new Filter(query);
            int left = query.limit();
            while (left > 0 && row.next()) {
                StoredRecord found = rows.record(row, query.kind());
                if (filter.takes(found)) {
                    left = reader.take(found) ? left - 1 : 0;
                }
            }
        }
    }

    /** A request of a user, if it was done. */
    public Optional<Done> done(String practice, String user, Request request) throws SQLException {
        PreparedStatement select = statements.of("SELECT fingerprint, first_entry, entries FROM request"
                + " WHERE practice = ? AND account = ? AND name = ?");
        select.setString(1, practice);
        select.setString(2, user);
        select.setString(3, request.key());
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Done(row.getString(1), row.getLong(2), row.getInt(3)))
                    : Optional.empty();
        }
    }

    private OptionalLong space(String practice, String kind) throws SQLException {
        Space space = new Space(practice, kind);
        OptionalLong found = names.find(statements, space);
        // a reader sees only what is committed, so the number is for good
        found.ifPresent(number -> names.remember(space, number));
        return found;
    }
}

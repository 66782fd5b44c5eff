package health.medley.store.internal.chain;

import health.medley.core.store.ChainFlaw;
import health.medley.core.store.FlawKind;
import health.medley.core.store.RecordKey;
import health.medley.store.internal.database.Statements;
import health.medley.store.internal.read.Texts;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Checks what reading goes by against the versions it was made from: which version is current, what it is found by,
 * which keys it holds. To change these is to hide a record or to bring an old version back.
 */
final class CurrentCheck {

    private static final int FETCHED = 1_000;

    private final Statements statements;
    private final Naming naming;

    CurrentCheck(Statements statements, Naming naming) {
        this.statements = statements;
        this.naming = naming;
    }

    /** Names a record where it may be named. */
    interface Naming {
        Optional<RecordKey> name(long space, String id);
    }

    Optional<ChainFlaw> check() throws SQLException {
        Optional<ChainFlaw> flaw = first(
                "SELECT h.space, h.id, h.version, h.entry FROM head h LEFT JOIN version v ON v.entry = h.entry"
                        + " WHERE v.entry IS NULL OR v.space <> h.space OR v.id <> h.id OR v.version <> h.version"
                        + " OR v.purged <> h.purged OR v.patient IS DISTINCT FROM h.patient"
                        + " OR v.service_month IS DISTINCT FROM h.service_month ORDER BY h.entry",
                "what is said of the current version is not true");
        if (flaw.isEmpty()) {
            flaw = first(
                    "SELECT v.space, v.id, v.version, v.entry FROM version v LEFT JOIN head h"
                            + " ON h.space = v.space AND h.id = v.id"
                            + " WHERE h.id IS NULL OR h.version < v.version ORDER BY v.entry",
                    "it is hidden: an older version is called the current one, or none");
        }
        return flaw.isPresent() ? flaw : fields();
    }

    /** Each current version's fields and keys must be there, and no others. */
    private Optional<ChainFlaw> fields() throws SQLException {
        long fields = 0;
        long keys = 0;
        PreparedStatement select = statements.of("SELECT h.space, h.id, v.version, v.entry, v.fields, v.unique_keys"
                + " FROM head h JOIN version v ON v.entry = h.entry");
        select.setFetchSize(FETCHED);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long space = row.getLong(1);
                String id = row.getString(2);
                for (var field : Texts.fields(row.getString(5)).entrySet()) {
                    if (!isField(space, id, field.getKey(), field.getValue())) {
                        return Optional.of(flaw(row, "it is not found by what it says"));
                    }
                    fields++;
                }
                for (String key : Texts.keys(row.getString(6))) {
                    if (!holds(space, id, key)) {
                        return Optional.of(flaw(row, "it does not hold its unique key"));
                    }
                    keys++;
                }
            }
        }
        Optional<ChainFlaw> surplus = surplus("field", fields);
        return surplus.isPresent() ? surplus : surplus("held", keys);
    }

    private boolean isField(long space, String id, String name, String value) throws SQLException {
        PreparedStatement select =
                statements.of("SELECT 1 FROM field WHERE space = ? AND name = ? AND value = ? AND id = ?");
        select.setLong(1, space);
        select.setString(2, name);
        select.setString(3, value);
        select.setString(4, id);
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    private boolean holds(long space, String id, String key) throws SQLException {
        PreparedStatement select = statements.of("SELECT id FROM held WHERE space = ? AND unique_key = ?");
        select.setLong(1, space);
        select.setString(2, key);
        try (ResultSet row = select.executeQuery()) {
            return row.next() && row.getString(1).equals(id);
        }
    }

    private Optional<ChainFlaw> surplus(String table, long expected) throws SQLException {
        try (ResultSet row = statements.of("SELECT COUNT(*) FROM " + table).executeQuery()) {
            row.next();
            long found = row.getLong(1);
            return found == expected
                    ? Optional.empty()
                    : Optional.of(new ChainFlaw(
                            FlawKind.INSERTED,
                            0,
                            0,
                            Optional.empty(),
                            0,
                            "The table " + table + " holds " + found + " rows, the current versions say " + expected));
        }
    }

    private Optional<ChainFlaw> first(String sql, String why) throws SQLException {
        try (ResultSet row = statements.of(sql + " LIMIT 1").executeQuery()) {
            return row.next() ? Optional.of(flaw(row, why)) : Optional.empty();
        }
    }

    private ChainFlaw flaw(ResultSet row, String why) throws SQLException {
        long entry = row.getLong(4);
        return new ChainFlaw(
                FlawKind.CHANGED,
                Chain.writer(entry),
                Chain.sequence(entry),
                naming.name(row.getLong(1), row.getString(2)),
                row.getLong(3),
                "Version " + Chain.sequence(entry) + " of writer " + Chain.writer(entry) + " is changed: " + why);
    }
}

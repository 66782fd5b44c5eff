package health.medley.store.internal.commit;

import health.medley.store.internal.database.Statements;
import health.medley.store.internal.read.Reading.Done;
import health.medley.store.internal.read.Texts;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what a group comes to: its versions, and of heads, index fields and keys the difference. */
final class GroupRows {

    private static final String VERSION = "INSERT INTO version (entry, space, id, version, previous, body_schema,"
            + " patient, service_month, fields, unique_keys, reason, committed_at, author, purged, content_hash,"
            + " chain_hash, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)";
    private static final String NEW_HEAD =
            "INSERT INTO head (version, entry, patient, service_month, purged, space, id)"
                    + " VALUES (?, ?, ?, ?, 0, ?, ?)";
    private static final String HEAD = "UPDATE head SET version = ?, entry = ?, patient = ?, service_month = ?,"
            + " purged = 0 WHERE space = ? AND id = ?";

    private final Statements statements;
    private final List<PreparedStatement> order = new ArrayList<>();

    GroupRows(Statements statements) {
        this.statements = statements;
    }

    void write(List<NewVersion> versions, Known known, Map<Known.Asked, Done> requests) throws SQLException {
        for (NewVersion version : versions) {
            add(version);
        }
        for (Map.Entry<Slot, Head> changed : known.heads().entrySet()) {
            add(changed.getKey(), known.headBefore(changed.getKey()), changed.getValue());
        }
        for (Map.Entry<Slot, String> changed : known.holders().entrySet()) {
            add(
                    changed.getKey(),
                    Objects.requireNonNullElse(known.holderBefore(changed.getKey()), ""),
                    changed.getValue());
        }
        for (Map.Entry<Known.Asked, Done> done : requests.entrySet()) {
            add(done.getKey(), done.getValue());
        }
        for (PreparedStatement statement : order) {
            statement.executeBatch();
        }
    }

    private PreparedStatement batch(String sql) throws SQLException {
        PreparedStatement statement = statements.of(sql);
        if (!order.contains(statement)) {
            // what a group before this could not finish
            statement.clearBatch();
            order.add(statement);
        }
        return statement;
    }

    private void add(NewVersion version) throws SQLException {
        PreparedStatement insert = batch(VERSION);
        Head head = version.head();
        insert.setLong(1, version.entry());
        insert.setLong(2, version.space());
        insert.setString(3, version.prepared().draft().key().id());
        insert.setLong(4, head.version());
        insert.setLong(5, version.previous());
        insert.setInt(6, version.prepared().draft().schema());
        insert.setString(7, head.patient());
        insert.setString(8, head.month());
        insert.setString(9, head.fields());
        insert.setString(10, head.keys());
        insert.setString(11, version.prepared().draft().reason());
        insert.setLong(12, head.at());
        insert.setLong(13, version.author());
        insert.setBytes(14, version.prepared().content());
        insert.setBytes(15, version.hash());
        insert.setString(16, version.prepared().draft().body());
        insert.addBatch();
    }

    private void add(Slot slot, @Nullable Head before, Head now) throws SQLException {
        PreparedStatement write = batch(before == null ? NEW_HEAD : HEAD);
        write.setLong(1, now.version());
        write.setLong(2, now.entry());
        write.setString(3, now.patient());
        write.setString(4, now.month());
        write.setLong(5, slot.space());
        write.setString(6, slot.name());
        write.addBatch();
        if (before == null || !before.fields().equals(now.fields())) {
            Map<String, String> old = before == null ? Map.of() : Texts.fields(before.fields());
            fields(slot, old, Texts.fields(now.fields()));
        }
    }

    private void fields(Slot slot, Map<String, String> before, Map<String, String> now) throws SQLException {
        for (Map.Entry<String, String> field : before.entrySet()) {
            if (!field.getValue().equals(now.get(field.getKey()))) {
                field("DELETE FROM field WHERE space = ? AND name = ? AND value = ? AND id = ?", slot, field);
            }
        }
        for (Map.Entry<String, String> field : now.entrySet()) {
            if (!field.getValue().equals(before.get(field.getKey()))) {
                field("INSERT INTO field (space, name, value, id) VALUES (?, ?, ?, ?)", slot, field);
            }
        }
    }

    private void field(String sql, Slot slot, Map.Entry<String, String> field) throws SQLException {
        PreparedStatement write = batch(sql);
        write.setLong(1, slot.space());
        write.setString(2, field.getKey());
        write.setString(3, field.getValue());
        write.setString(4, slot.name());
        write.addBatch();
    }

    private void add(Slot key, String before, String now) throws SQLException {
        if (before.equals(now)) {
            return;
        }
        PreparedStatement write;
        int next = 1;
        if (now.isEmpty()) {
            write = batch("DELETE FROM held WHERE space = ? AND unique_key = ?");
        } else {
            write = batch(
                    before.isEmpty()
                            ? "INSERT INTO held (id, space, unique_key) VALUES (?, ?, ?)"
                            : "UPDATE held SET id = ? WHERE space = ? AND unique_key = ?");
            write.setString(next++, now);
        }
        write.setLong(next++, key.space());
        write.setString(next, key.name());
        write.addBatch();
    }

    private void add(Known.Asked asked, Done done) throws SQLException {
        PreparedStatement insert = batch("INSERT INTO request (practice, account, name, fingerprint, first_entry,"
                + " entries) VALUES (?, ?, ?, ?, ?, ?)");
        insert.setString(1, asked.practice());
        insert.setString(2, asked.user());
        insert.setString(3, asked.name());
        insert.setString(4, done.fingerprint());
        insert.setLong(5, done.firstEntry());
        insert.setInt(6, done.entries());
        insert.addBatch();
    }
}

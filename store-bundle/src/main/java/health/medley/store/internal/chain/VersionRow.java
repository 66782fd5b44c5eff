package health.medley.store.internal.chain;

import health.medley.store.internal.database.Damage;
import health.medley.store.internal.database.Names;
import health.medley.store.internal.database.Space;
import health.medley.store.internal.database.Statements;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * A row of {@code version} as the chain sees it.
 *
 * @param entry its number
 * @param spaceNumber number of its space
 * @param link what is said of it
 * @param fields its index fields as kept
 * @param purged whether its content is gone by policy
 * @param content hash of its content, as written
 * @param hash its hash in the chain, as written
 * @param body its body
 */
@SuppressWarnings("ArrayRecordComponent")
public record VersionRow(
        long entry,
        long spaceNumber,
        Link link,
        String fields,
        boolean purged,
        byte[] content,
        byte[] hash,
        String body) {

    /** The columns, in the order they are read. */
    public static final String COLUMNS = "entry, space, id, version, previous, body_schema, patient, service_month,"
            + " fields, unique_keys, reason, committed_at, author, purged, content_hash, chain_hash, body";

    /** Read the row a result stands on. */
    public static VersionRow of(ResultSet row, Statements statements, Names names) throws SQLException {
        long entry = row.getLong(1);
        Space space = names.space(statements, row.getLong(2))
                .orElseThrow(() -> Damage.missing("the practice of entry " + entry));
        Link link = new Link(
                Chain.writer(entry),
                Chain.sequence(entry),
                space,
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                row.getString(10),
                row.getString(11),
                row.getLong(12),
                names.author(statements, row.getLong(13)));
        return new VersionRow(
                entry,
                row.getLong(2),
                link,
                row.getString(9),
                row.getInt(14) != 0,
                row.getBytes(15),
                row.getBytes(16),
                row.getString(17));
    }

    /** Whether its content is what was written; said of no purged one. */
    public boolean contentHolds(ChainHasher hasher) {
        return Arrays.equals(content, hasher.content(body.getBytes(StandardCharsets.UTF_8), fields));
    }

    /** Whether it follows the version with hash {@code before}. */
    public boolean follows(byte[] before, ChainHasher hasher) {
        return Arrays.equals(hash, hasher.next(before, link, content));
    }
}

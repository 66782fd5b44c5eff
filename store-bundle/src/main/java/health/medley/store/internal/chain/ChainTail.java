package health.medley.store.internal.chain;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.store.internal.database.Names;
import health.medley.store.internal.database.Statements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Looks whether a chain ends as the database says, before anything is added to it. */
public final class ChainTail {

    private static final long CHECKED = 200;

    private ChainTail() {}

    /**
     * Check the last versions of the chain that ends with {@code chain}.
     *
     * @throws MedleyException {@code STORE_DAMAGED}
     */
    public static void check(Statements statements, Names names, Chain chain) throws SQLException {
        long from = Math.max(1, chain.sequence() - CHECKED);
        PreparedStatement select = statements.of(
                "SELECT " + VersionRow.COLUMNS + " FROM version WHERE entry BETWEEN ? AND ? ORDER BY entry");
        select.setLong(1, Chain.entry(chain.writer(), from));
        select.setLong(2, chain.entry());
        byte[] before = from == 1 ? ChainHasher.beginning() : null;
        byte[] last = ChainHasher.beginning();
        ChainHasher hasher = new ChainHasher();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (Chain.writer(row.getLong(1)) != chain.writer()) {
                    continue;
                }
                VersionRow version = VersionRow.of(row, statements, names);
                if (before != null && !version.follows(before, hasher)) {
                    throw damaged("version " + version.link().sequence() + " does not follow the one before it");
                }
                before = version.hash();
                last = version.hash();
            }
        }
        if (!Arrays.equals(last, chain.hash())) {
            throw damaged("it does not end with version " + chain.sequence() + " as it should");
        }
    }

    private static MedleyException damaged(String what) {
        return new MedleyException(
                ErrorCode.STORE_DAMAGED,
                "Opening the store: its chain is broken, " + what
                        + "; nothing is added to it. Restore a backup with medley restore");
    }
}

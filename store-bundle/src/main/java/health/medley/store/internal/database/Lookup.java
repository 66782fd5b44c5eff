package health.medley.store.internal.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks up rows by a list of values, with few statements of few sizes: {@code column IN (?, ?, ...)}. */
public final class Lookup {

    private static final int[] SIZES = {1, 4, 16, 64, 256};

    private Lookup() {}

    /** Takes one row. */
    public interface Row {
        /** Take the row the result stands on. */
        void take(ResultSet row) throws SQLException;
    }

    /** Sets the parameters before the list. */
    public interface Parameters {
        /** Set parameters from 1; return the number of the next. */
        int set(PreparedStatement statement) throws SQLException;
    }

    /**
     * Look up.
     *
     * @param statements of the connection
     * @param before SQL that ends before the list's parenthesis
     * @param after SQL after it
     * @param parameters sets what stands in {@code before}
     * @param values the list; sorted by the caller where locks are taken
     * @param row takes each row found
     */
    public static void each(
            Statements statements,
            String before,
            String after,
            Parameters parameters,
            Collection<String> values,
            Row row)
            throws SQLException {
        List<String> left = new ArrayList<>(values);
        while (!left.isEmpty()) {
            int size = size(left.size());
            int used = Math.min(size, left.size());
            PreparedStatement statement = statements.of(before + "(?" + ", ?".repeat(size - 1) + ") " + after);
            int next = parameters.set(statement);
            for (int i = 0; i < size; i++) {
                // a list shorter than the statement repeats its last value
                statement.setString(next + i, left.get(Math.min(i, used - 1)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
            left = left.subList(used, left.size());
        }
    }

    private static int size(int wanted) {
        for (int size : SIZES) {
            if (wanted <= size) {
                return size;
            }
        }
        return SIZES[SIZES.length - 1];
    }
}

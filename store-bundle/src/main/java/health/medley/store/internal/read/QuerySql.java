package health.medley.store.internal.read;

import health.medley.core.PatientRef;
import health.medley.core.store.RecordQuery;
import health.medley.store.internal.database.Statements;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The SQL of a query: which heads, in the order of ids, and the versions they name. */
final class QuerySql {

    private final StringBuilder joins = new StringBuilder();
    private final StringBuilder where = new StringBuilder();
    private final List<Object> joined = new ArrayList<>();
    private final List<Object> wanted = new ArrayList<>();
    private final RecordQuery query;
    private int fields;

    private QuerySql(RecordQuery query, long space) {
        this.query = query;
        where.append(" WHERE h.space = ? AND h.purged = 0");
        wanted.add(space);
        query.month().ifPresent(month -> and(" AND h.service_month = ?", month.toString()));
        query.after().ifPresent(after -> and(" AND h.id > ?", after));
        if (!query.patients().isEmpty()) {
            where.append(" AND h.patient IN (?")
                    .append(", ?".repeat(query.patients().size() - 1))
                    .append(')');
            query.patients().stream().map(PatientRef::value).sorted().forEach(wanted::add);
        }
        if (Filter.filters(query)) {
            return;
        }
        query.index().forEach((name, value) -> field(space, name, "= ?", List.of(value)));
        query.range()
                .ifPresent(range ->
                        field(space, range.field(), ">= ? AND f#.value < ?", List.of(range.from(), range.before())));
    }

    /** The statement of a query in a space, its parameters set. */
    static PreparedStatement prepare(Statements statements, RecordQuery query, long space) throws SQLException {
        QuerySql sql = new QuerySql(query, space);
        PreparedStatement statement = statements.of(sql.text());
        int next = 1;
        for (Object value : sql.joined) {
            statement.setObject(next++, value);
        }
        for (Object value : sql.wanted) {
            statement.setObject(next++, value);
        }
        if (sql.limited()) {
            statement.setInt(next, query.limit());
        }
        return statement;
    }

    private void and(String condition, String value) {
        where.append(condition);
        wanted.add(value);
    }

    private void field(long space, String name, String condition, List<String> values) {
        String alias = "f" + fields++;
        joins.append(" JOIN field ")
                .append(alias)
                .append(" ON ")
                .append(alias)
                .append(".space = ? AND ")
                .append(alias)
                .append(".name = ? AND ")
                .append(alias)
                .append(".value ")
                .append(condition.replace("f#", alias))
                .append(" AND ")
                .append(alias)
                .append(".id = h.id");
        joined.add(space);
        joined.add(name);
        joined.addAll(values);
    }

    private boolean limited() {
        return query.limit() < Integer.MAX_VALUE && !Filter.filters(query);
    }

    private String text() {
        // the rows of one value of a field are in the order of ids, so that nothing need be sorted
        String order = fields > 0 && !query.index().isEmpty() ? "f0.id" : "h.id";
        return "SELECT " + RecordRows.COLUMNS + " FROM head h" + joins + " JOIN version v ON v.entry = h.entry" + where
                + " ORDER BY " + order + (limited() ? " LIMIT ?" : "");
    }
}

package health.medley.store.internal.read;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.store.RecordKey;
import health.medley.core.store.StoredRecord;
import health.medley.store.internal.chain.Chain;
import health.medley.store.internal.database.Damage;
import health.medley.store.internal.database.Names;
import health.medley.store.internal.database.Space;
import health.medley.store.internal.database.Statements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes records of rows. One object reads one result; it remembers the months it has seen. */
public final class RecordRows {

    /** The columns of {@code version}, aliased {@code v}, in the order they are read. */
    public static final String COLUMNS = "v.id, v.version, v.body_schema, v.body, v.patient, v.service_month, v.fields,"
            + " v.reason, v.committed_at, v.author";

    private static final int SPACE = 11;

    private final Statements statements;
    private final Names names;
    private final Map<String, ServiceMonth> months = new HashMap<>();

    /** Read rows of a connection. */
    public RecordRows(Statements statements, Names names) {
        this.statements = statements;
        this.names = names;
    }

    /** The record of the row that {@code row} stands on. */
    public StoredRecord record(ResultSet row, String kind) throws SQLException {
        String patient = row.getString(5);
        String month = row.getString(6);
        return new StoredRecord(
                new RecordKey(kind, row.getString(1)),
                row.getLong(2),
                row.getInt(3),
                row.getString(4),
                patient == null ? Optional.empty() : Optional.of(new PatientRef(patient)),
                month == null ? Optional.empty() : Optional.of(months.computeIfAbsent(month, ServiceMonth::parse)),
                Texts.fields(row.getString(7)),
                row.getString(8),
                names.author(statements, row.getLong(10)).at(row.getLong(9)));
    }

    /** The version at a place of a chain. */
    public StoredRecord at(long entry) throws SQLException {
        PreparedStatement select = statements.of("SELECT " + COLUMNS + ", v.space FROM version v WHERE v.entry = ?");
        select.setLong(1, entry);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw Damage.missing("entry " + entry);
            }
            long space = row.getLong(SPACE);
            Space found =
                    names.space(statements, space).orElseThrow(() -> Damage.missing("the practice of entry " + entry));
            return record(row, found.kind());
        }
    }

    /** What a request committed. */
    public List<StoredRecord> of(Reading.Done done) throws SQLException {
        int writer = Chain.writer(done.firstEntry());
        long first = Chain.sequence(done.firstEntry());
        List<StoredRecord> records = new ArrayList<>();
        for (long sequence = first; sequence < first + done.entries(); sequence++) {
            records.add(at(Chain.entry(writer, sequence)));
        }
        return records;
    }
}

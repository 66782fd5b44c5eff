package health.medley.core.billing;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.practice.MonthStatement;
import health.medley.core.store.Recorded;
import java.util.Objects;

/**
 * Hold what the practice states about one patient's month: record kind {@code month-statement}, one record for each
 * patient and month.
 *
 * @param id the record's id: month and patient reference, joined by a full stop
 * @param version the record's version
 * @param patient whose month
 * @param month the service month
 * @param statement what is stated
 */
public record PatientStatement(
        String id, long version, PatientRef patient, ServiceMonth month, MonthStatement statement) implements Recorded {
    /** Check that no part is null. */
    public PatientStatement {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(statement, "statement");
    }
}

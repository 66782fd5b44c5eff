package health.medley.core.billing;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleRef;
import health.medley.core.store.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold how far a practice's month is: record kind {@code month}, one record a month, whose versions are the journal of
 * its closing.
 *
 * @param id the record's id: the month, {@code 2025-03}
 * @param version the record's version; 0 for a month that nobody has begun to close
 * @param month the service month
 * @param phase how far it is
 * @param routing number of the routing the closing last went on under
 * @param rules the rules that answered for the month when the closing began; it goes on under these only
 * @param done patients closed
 * @param total patients to close, as estimated when the closing began; exact when it ended
 * @param last the patient closed last, in the order of references; empty before the first and when all are done
 * @param totals counts of the determinations made by this closing
 * @param began when the closing began; empty for a month that nobody has begun to close
 * @param closed when it ended; empty while it has not
 * @param reason why it was reopened; empty if it was not
 */
public record BillingMonth(
        String id,
        long version,
        ServiceMonth month,
        MonthPhase phase,
        long routing,
        List<RuleRef> rules,
        int done,
        int total,
        Optional<PatientRef> last,
        MonthTotals totals,
        Optional<Instant> began,
        Optional<Instant> closed,
        String reason)
        implements Recorded {
    /** Copy the rules. */
    public BillingMonth {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(phase, "phase");
        rules = List.copyOf(rules);
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(closed, "closed");
        Objects.requireNonNull(reason, "reason");
    }

    /** A month that nobody has begun to close. */
    public static BillingMonth open(ServiceMonth month) {
        return new BillingMonth(
                month.toString(),
                0,
                month,
                MonthPhase.OPEN,
                0,
                List.of(),
                0,
                0,
                Optional.empty(),
                MonthTotals.NONE,
                Optional.empty(),
                Optional.empty(),
                "");
    }
}

package health.medley.billing.internal.month;

import health.medley.core.Money;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.MonthTotals;
import health.medley.core.billing.Status;
import java.util.Map;
import java.util.TreeMap;

/** Counts determinations. */
final class MonthTally {
    private final Map<Status, Integer> byStatus;
    private final Map<String, Integer> units;
    private Money billed;
    private Money held;

    /** Go on from what was counted before. */
    MonthTally(MonthTotals before) {
        this.byStatus = new TreeMap<>(before.byStatus());
        this.units = new TreeMap<>(before.units());
        this.billed = before.billed();
        this.held = before.held();
    }

    void add(Determination determination) {
        byStatus.merge(determination.status(), 1, Integer::sum);
        if (determination.status() == Status.BILL) {
            billed = billed.plus(determination.amount());
            for (CodeLine line : determination.codes()) {
                units.merge(line.code(), line.units(), Integer::sum);
            }
        } else if (determination.status() == Status.HOLD) {
            held = held.plus(determination.amount());
        }
    }

    MonthTotals totals() {
        return new MonthTotals(byStatus, units, billed, held);
    }
}

package health.medley.core.billing;

import health.medley.core.Money;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Count the determinations of a month.
 *
 * @param byStatus how many determinations, by status
 * @param units units of the determinations with status {@code BILL}, by code
 * @param billed their amount
 * @param held amount of the determinations with status {@code HOLD}
 */
public record MonthTotals(Map<Status, Integer> byStatus, Map<String, Integer> units, Money billed, Money held) {

    /** No determination at all. */
    public static final MonthTotals NONE = new MonthTotals(Map.of(), Map.of(), Money.ZERO, Money.ZERO);

    /** Copy the maps, in the order of their keys. */
    public MonthTotals {
        byStatus = Collections.unmodifiableMap(new TreeMap<>(byStatus));
        units = Collections.unmodifiableMap(new TreeMap<>(units));
        Objects.requireNonNull(billed, "billed");
        Objects.requireNonNull(held, "held");
    }

    /** How many determinations. */
    public int determinations() {
        return byStatus.values().stream().mapToInt(Integer::intValue).sum();
    }
}

package health.medley.cli.internal.report;

import health.medley.core.Money;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import health.medley.core.practice.OtherCode;
import health.medley.core.rules.RuleRef;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the determinations of a month. Made for one thread. */
public final class Summary {

    /** How many, and how much they come to. */
    public record Count(long months, Money amount) {
        private static final Count NONE = new Count(0, Money.ZERO);

        private Count plus(Money more) {
            return new Count(months + 1, amount.plus(more));
        }
    }

    private final Map<Status, Count> byStatus = new EnumMap<>(Status.class);
    private final Map<String, Long> byReason = new TreeMap<>();
    private final Map<String, Long> units = new TreeMap<>();
    private final Map<String, RuleRef> rules = new TreeMap<>();
    private long worklist;
    private long eligible;

    /** Start with nothing, every status named. */
    public Summary() {
        for (Status status : Status.values()) {
            byStatus.put(status, Count.NONE);
        }
    }

    /** Count a determination. */
    public void add(Determination determination) {
        Count count = byStatus.getOrDefault(determination.status(), Count.NONE);
        byStatus.put(determination.status(), count.plus(determination.amount()));
        byReason.merge(determination.status() + " " + determination.reason(), 1L, Long::sum);
        determination.rules().ifPresent(ref -> rules.put(ref.toString(), ref));
        if (determination.status() == Status.BILL) {
            for (CodeLine line : determination.codes()) {
                boolean ours =
                        line.practitioner().isEmpty() || line.practitioner().equals(OtherCode.US);
                units.merge(line.code(), ours ? line.units() : 0L, Long::sum);
            }
        }
    }

    /** Count a patient of the worklist. */
    public void addToWorklist(boolean isEligible) {
        worklist++;
        eligible += isEligible ? 1 : 0;
    }

    /** Determinations by status, every status named. */
    public Map<Status, Count> byStatus() {
        return Collections.unmodifiableMap(byStatus);
    }

    /** Determinations by status and reason, joined by a space. */
    public Map<String, Long> byReason() {
        return Collections.unmodifiableMap(byReason);
    }

    /** Units that go, by code. */
    public Map<String, Long> units() {
        return Collections.unmodifiableMap(units);
    }

    /** Patients who are not enrolled. */
    public long worklist() {
        return worklist;
    }

    /** Those of them who could be. */
    public long eligible() {
        return eligible;
    }

    /** How many determinations there are. */
    public long total() {
        return byStatus.values().stream().mapToLong(Count::months).sum();
    }

    /** The counts as a JSON object. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> statuses = new LinkedHashMap<>();
        byStatus.forEach((status, count) -> statuses.put(
                status.name(),
                Map.of("count", count.months(), "amount", count.amount().toString())));
        json.put("total", total());
        json.put("by_status", statuses);
        json.put("by_reason", byReason());
        json.put("units_billed", units());
        json.put("rules", rules.values().stream().map(Json::of).toList());
        return json;
    }
}

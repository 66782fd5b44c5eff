package health.medley.prescription.internal;

import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartMedication;
import health.medley.core.prescription.MedicationCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All orders of one medication in a chart: those that share a code, or without codes the name. */
final class ChartOrders {
    private static final String ACTIVE = "active";

    private final Set<String> keys = new LinkedHashSet<>();
    private ChartMedication leading;

    private ChartOrders(ChartMedication first) {
        this.leading = first;
    }

    /** The medications of a chart, each once, in the chart's order; what has neither code nor name is passed over. */
    static Set<ChartOrders> of(List<ChartMedication> orders) {
        Map<String, ChartOrders> byKey = new HashMap<>();
        Set<ChartOrders> all = new LinkedHashSet<>();
        for (ChartMedication order : orders) {
            List<String> keys = keys(order);
            if (!keys.isEmpty()) {
                ChartOrders same = keys.stream()
                        .map(byKey::get)
                        .filter(known -> known != null)
                        .findFirst()
                        .orElseGet(() -> new ChartOrders(order));
                same.take(order, keys);
                keys.forEach(key -> byKey.put(key, same));
                all.add(same);
            }
        }
        return all;
    }

    private static List<String> keys(ChartMedication order) {
        if (order.codes().isEmpty()) {
            return order.name().isBlank() ? List.of() : List.of(new MedicationCode("", "", order.name()).key());
        }
        return order.codes().stream()
                .filter(code -> !code.code().isBlank())
                .map(code -> new MedicationCode(code.system(), code.code(), "").key())
                .toList();
    }

    /** An active order goes before a stopped one, a later before an earlier. */
    private void take(ChartMedication order, List<String> more) {
        keys.addAll(more);
        boolean active = order.status().equals(ACTIVE);
        boolean later = last().isEmpty()
                || order.authoredOn().filter(last().get()::isBefore).isPresent();
        if (active == active() ? later : active) {
            leading = order;
        }
    }

    /** What a medication may be known by. */
    Set<String> keys() {
        return keys;
    }

    /** Whether one of the orders is active. */
    boolean active() {
        return leading.status().equals(ACTIVE);
    }

    /** Day of the order that leads. */
    Optional<LocalDate> last() {
        return leading.authoredOn();
    }

    /** How it is taken by the order that leads. */
    String dosage() {
        return leading.dosage();
    }

    /** What it is called. */
    MedicationCode name() {
        return leading.codes().stream()
                .filter(code -> !code.code().isBlank())
                .findFirst()
                .map(this::named)
                .orElseGet(() -> new MedicationCode("", "", leading.name()));
    }

    private MedicationCode named(ChartCode code) {
        return new MedicationCode(code.system(), code.code(), leading.name());
    }
}

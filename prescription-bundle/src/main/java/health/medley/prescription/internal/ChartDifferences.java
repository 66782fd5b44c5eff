package health.medley.prescription.internal;

import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartMedication;
import health.medley.core.chart.PatientChart;
import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.ListedMedication;
import health.medley.core.prescription.MedicationCode;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.MedicationOrigin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a medication list and the chart do not say the same. */
final class ChartDifferences {
    private static final String ACTIVE = "active";

    private final Map<String, ChartOrders> orders = new LinkedHashMap<>();
    private final Map<String, ListedMedication> listed = new LinkedHashMap<>();

    private ChartDifferences(PatientChart chart, MedicationList list) {
        for (ChartMedication order : chart.medications()) {
            named(order)
                    .ifPresent(name -> orders.merge(name.key(), new ChartOrders(name, order), ChartOrders::together));
        }
        list.medications().forEach(entry -> listed.put(entry.medication().key(), entry));
    }

    /** Every difference: first what the list lacks, in the chart's order, then what the chart lacks. */
    static List<Conflict> of(PatientChart chart, MedicationList list) {
        ChartDifferences compared = new ChartDifferences(chart, list);
        List<Conflict> differences = new ArrayList<>();
        compared.orders.values().stream()
                .filter(ChartOrders::active)
                .filter(compared::lacking)
                .map(ChartDifferences::notInList)
                .forEach(differences::add);
        compared.listed.values().stream().filter(ListedMedication::taken).forEach(entry -> compared.notInChart(entry)
                .ifPresent(differences::add));
        return differences;
    }

    /** Whether the list does not have it, or stopped it before it was ordered last. */
    private boolean lacking(ChartOrders order) {
        ListedMedication entry = listed.get(order.name().key());
        if (entry == null) {
            return true;
        }
        return entry.stopped()
                .filter(stopped -> order.last().filter(stopped::isBefore).isPresent())
                .isPresent();
    }

    private static Conflict notInList(ChartOrders order) {
        return Conflict.difference(
                ConflictKind.NOT_IN_LIST,
                order.name(),
                "The chart has an active order" + on(order.last()) + " that the list does not have.",
                order.last(),
                order.dosage());
    }

    private Optional<Conflict> notInChart(ListedMedication entry) {
        ChartOrders order = orders.get(entry.medication().key());
        // what was prescribed here reaches the chart later
        if (order != null && order.active() || entry.origin() == MedicationOrigin.PRESCRIPTION) {
            return Optional.empty();
        }
        return Optional.of(
                order == null
                        ? Conflict.difference(
                                ConflictKind.NOT_IN_CHART,
                                entry.medication(),
                                "The list has it, the chart has no order of it.",
                                Optional.empty(),
                                entry.directions())
                        : Conflict.difference(
                                ConflictKind.STOPPED_IN_CHART,
                                entry.medication(),
                                "The list has it, the chart's last order" + on(order.last()) + " is no longer active.",
                                order.last(),
                                entry.directions()));
    }

    private static String on(Optional<LocalDate> day) {
        return day.map(known -> " of " + known).orElse("");
    }

    private static Optional<MedicationCode> named(ChartMedication order) {
        if (order.codes().isEmpty() && order.name().isBlank()) {
            return Optional.empty();
        }
        ChartCode code =
                order.codes().isEmpty() ? new ChartCode("", "") : order.codes().get(0);
        return Optional.of(new MedicationCode(code.system(), code.code(), order.name()));
    }

    /** All orders of one medication. */
    private record ChartOrders(MedicationCode name, boolean active, Optional<LocalDate> last, String dosage) {

        ChartOrders(MedicationCode name, ChartMedication order) {
            this(name, order.status().equals(ACTIVE), order.authoredOn(), order.dosage());
        }

        ChartOrders together(ChartOrders other) {
            boolean later =
                    last.isEmpty() || other.last.filter(last.get()::isBefore).isPresent();
            // an active order goes before a stopped one, a later before an earlier
            ChartOrders leading = active == other.active ? (later ? other : this) : (active ? this : other);
            return new ChartOrders(leading.name, leading.active, leading.last, leading.dosage);
        }
    }
}

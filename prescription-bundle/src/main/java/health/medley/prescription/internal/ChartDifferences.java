package health.medley.prescription.internal;

import health.medley.core.chart.PatientChart;
import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.ListedMedication;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.MedicationOrigin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a medication list and the chart do not say the same. */
final class ChartDifferences {
    private final Set<ChartOrders> orders;
    private final List<ListedMedication> listed;

    private ChartDifferences(PatientChart chart, MedicationList list) {
        this.orders = ChartOrders.of(chart.medications());
        this.listed = list.medications();
    }

    /** Every difference: first what the list lacks, in the chart's order, then what the chart lacks. */
    static List<Conflict> of(PatientChart chart, MedicationList list) {
        ChartDifferences compared = new ChartDifferences(chart, list);
        List<Conflict> differences = new ArrayList<>();
        compared.orders.stream()
                .filter(ChartOrders::active)
                .filter(compared::lacking)
                .map(ChartDifferences::notInList)
                .forEach(differences::add);
        compared.listed.stream().filter(ListedMedication::taken).forEach(entry -> compared.notInChart(entry)
                .ifPresent(differences::add));
        return differences;
    }

    /** Whether the list does not have it, or stopped it before it was ordered last. */
    private boolean lacking(ChartOrders order) {
        return listed.stream()
                .filter(entry -> order.keys().contains(entry.medication().key()))
                .noneMatch(entry -> entry.taken() || !stoppedBefore(entry, order));
    }

    private static boolean stoppedBefore(ListedMedication entry, ChartOrders order) {
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
        Optional<ChartOrders> found = orders.stream()
                .filter(order -> order.keys().contains(entry.medication().key()))
                .findFirst();
        // what was prescribed here reaches the chart later
        if (found.filter(ChartOrders::active).isPresent() || entry.origin() == MedicationOrigin.PRESCRIPTION) {
            return Optional.empty();
        }
        return Optional.of(found.map(order -> Conflict.difference(
                        ConflictKind.STOPPED_IN_CHART,
                        entry.medication(),
                        "The list has it, the chart's last order" + on(order.last()) + " is no longer active.",
                        order.last(),
                        entry.directions()))
                .orElseGet(() -> Conflict.difference(
                        ConflictKind.NOT_IN_CHART,
                        entry.medication(),
                        "The list has it, the chart has no order of it.",
                        Optional.empty(),
                        entry.directions())));
    }

    private static String on(Optional<LocalDate> day) {
        return day.map(known -> " of " + known).orElse("");
    }
}

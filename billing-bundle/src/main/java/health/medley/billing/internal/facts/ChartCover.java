package health.medley.billing.internal.facts;

import health.medley.core.chart.ChartCoverage;
import java.time.LocalDate;
import java.util.List;

/** Read from the chart's Coverage resources whether the patient is covered. A chart that has none says nothing. */
final class ChartCover {
    private ChartCover() {}

    /** Whether nothing is said, or a cover that is in force holds on {@code day}. */
    static boolean holdsOn(List<ChartCoverage> coverages, LocalDate day) {
        return coverages.isEmpty()
                || coverages.stream()
                        .anyMatch(cover -> inForce(cover)
                                && cover.from().filter(day::isBefore).isEmpty()
                                && cover.to().filter(day::isAfter).isEmpty());
    }

    // a chart that leaves the status out means a cover all the same; drafts and mistakes do not cover
    private static boolean inForce(ChartCoverage cover) {
        return cover.status().isEmpty() || cover.status().equals("active");
    }
}

package health.medley.cli.internal.month;

import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.Summary;
import health.medley.core.chart.ChartCounts;
import health.medley.core.practice.Practice;
import java.util.List;

/**
 * Says how a month went.
 *
 * @param practice whose
 * @param chart what was read of the chart
 * @param summary counts of the determinations
 * @param read rows read of each table
 * @param rejects what could not be read
 * @param remarks sentences on what somebody should look at though nothing is wrong with the input
 */
public record MonthResult(
        Practice practice, ChartCounts chart, Summary summary, RowCounts read, Rejects rejects, List<String> remarks) {

    /**
     * How many rows were used.
     *
     * @param enrollments enrollments of patients in the chart
     * @param entries time entries read
     * @param entriesNotEnrolled of those, entries of patients in the chart who have no enrollment
     * @param statements month rows read
     * @param statementsOfOtherMonths month rows of other months, which are ignored
     */
    public record RowCounts(
            long enrollments, long entries, long entriesNotEnrolled, long statements, long statementsOfOtherMonths) {}
}

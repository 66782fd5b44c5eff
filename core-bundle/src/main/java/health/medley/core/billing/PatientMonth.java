package health.medley.core.billing;

import health.medley.core.ServiceMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.Practice;
import health.medley.core.time.TimeEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Hold all there is about one enrolled patient's month.
 *
 * @param month the month
 * @param practice the practice that bills
 * @param enrollment the patient's enrollment
 * @param chart the patient's chart
 * @param entries the patient's time entries, any month and program
 * @param statement what the practice states about the month
 * @param chronicOverrides the practice's own word on chronic codes; see {@code EligibilityQuestion}
 * @param overlapping ids of the patient's entries whose performer also worked for another patient at that time
 */
public record PatientMonth(
        ServiceMonth month,
        Practice practice,
        Enrollment enrollment,
        PatientChart chart,
        List<TimeEntry> entries,
        MonthStatement statement,
        Map<String, Boolean> chronicOverrides,
        List<String> overlapping) {
    /** Copy the collections. */
    public PatientMonth {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(practice, "practice");
        Objects.requireNonNull(enrollment, "enrollment");
        Objects.requireNonNull(chart, "chart");
        entries = List.copyOf(entries);
        Objects.requireNonNull(statement, "statement");
        chronicOverrides = Collections.unmodifiableMap(new TreeMap<>(chronicOverrides));
        overlapping = List.copyOf(overlapping);
    }
}

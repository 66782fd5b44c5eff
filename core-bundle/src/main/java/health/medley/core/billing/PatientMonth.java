package health.medley.core.billing;

import health.medley.core.ServiceMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.Practice;
import health.medley.core.rules.RuleSet;
import health.medley.core.time.TimeEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Hold all there is about one patient's month.
 *
 * @param month the month
 * @param practice the practice that bills
 * @param enrollments the patient's enrollments, one or more, in the order in which programs go first where nothing else
 *     decides between them
 * @param chart the patient's chart
 * @param entries the patient's time entries, any month and program
 * @param statement what the practice states about the month
 * @param chronicOverrides the practice's own word on chronic codes; see {@code EligibilityQuestion}
 * @param overlapping ids of the patient's entries whose performer also worked for another patient at that time
 * @param rules rules to use instead of the installed ones for their program and months; empty for the installed rules
 * @param explained whether the findings are wanted that {@link BillingService#recompute} makes again from the facts;
 *     without them a determination holds only what was found beside the rules, and takes less time
 */
public record PatientMonth(
        ServiceMonth month,
        Practice practice,
        List<Enrollment> enrollments,
        PatientChart chart,
        List<TimeEntry> entries,
        MonthStatement statement,
        Map<String, Boolean> chronicOverrides,
        List<String> overlapping,
        Optional<RuleSet> rules,
        boolean explained) {
    /** Copy the collections; check that the enrollments are of one patient. */
    public PatientMonth {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(practice, "practice");
        enrollments = List.copyOf(enrollments);
        if (enrollments.stream().map(Enrollment::patient).distinct().count() != 1) {
            throw new IllegalArgumentException("A patient's month needs one enrollment or more, all of one patient");
        }
        Objects.requireNonNull(chart, "chart");
        entries = List.copyOf(entries);
        Objects.requireNonNull(statement, "statement");
        chronicOverrides = Collections.unmodifiableMap(new TreeMap<>(chronicOverrides));
        overlapping = List.copyOf(overlapping);
        Objects.requireNonNull(rules, "rules");
    }

    /** Hold a month whose determinations are to say everything. */
    public PatientMonth(
            ServiceMonth month,
            Practice practice,
            List<Enrollment> enrollments,
            PatientChart chart,
            List<TimeEntry> entries,
            MonthStatement statement,
            Map<String, Boolean> chronicOverrides,
            List<String> overlapping,
            Optional<RuleSet> rules) {
        this(month, practice, enrollments, chart, entries, statement, chronicOverrides, overlapping, rules, true);
    }

    /** The patient's id in the EHR; patient data, never logged. */
    public String patient() {
        return enrollments.get(0).patient();
    }
}

package health.medley.cli.internal.month;

import health.medley.cli.internal.practice.EnrollmentRows;
import health.medley.cli.internal.practice.PracticeFolder;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.PatientMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.practice.MonthStatement;
import health.medley.core.time.TimeEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts together what the tables of a practice say of a patient when the patient's chart comes by. */
final class PatientTables {

    /**
     * What the tables say of one patient.
     *
     * @param rows the enrollments with their lines
     * @param entries the time entries
     * @param question what billing is asked; empty for a patient who is not enrolled
     */
    record Taken(List<EnrollmentRows.Row> rows, List<TimeEntry> entries, Optional<PatientMonth> question) {}

    private final PracticeFolder folder;
    private final ServiceMonth month;
    private final Set<String> overlapping;

    /** Take from {@code folder}; {@code overlapping} are ids of entries whose performer worked for two at once. */
    PatientTables(PracticeFolder folder, ServiceMonth month, Set<String> overlapping) {
        this.folder = folder;
        this.month = month;
        this.overlapping = overlapping;
    }

    /** Take a patient's rows out of the tables, which then know them no more. */
    Taken take(PatientChart chart) {
        List<EnrollmentRows.Row> rows = folder.enrollments().take(chart.patient());
        List<TimeEntry> entries = folder.activity().take(chart.patient());
        MonthStatement statement = folder.month().take(chart.patient());
        if (rows.isEmpty()) {
            return new Taken(rows, entries, Optional.empty());
        }
        PatientMonth question = new PatientMonth(
                month,
                folder.content().practice(),
                rows.stream().map(EnrollmentRows.Row::enrollment).toList(),
                chart,
                entries,
                statement,
                folder.chronicOverrides(),
                shared(entries),
                Optional.empty());
        return new Taken(rows, entries, Optional.of(question));
    }

    private List<String> shared(List<TimeEntry> entries) {
        return overlapping.isEmpty()
                ? List.of()
                : entries.stream()
                        .map(TimeEntry::id)
                        .filter(overlapping::contains)
                        .toList();
    }
}

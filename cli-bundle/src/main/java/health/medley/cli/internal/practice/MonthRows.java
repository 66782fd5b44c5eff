package health.medley.cli.internal.practice;

import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.practice.MonthStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code month.csv}: what the practice states about each patient's month. Rows of other months are counted. */
public final class MonthRows {

    /** The file's name. */
    public static final String FILE = "month.csv";
    /** The file's columns. */
    public static final List<String> COLUMNS =
            List.of("patient", "month", "mdm", "care_plan_action", "other_codes", "patient_events", "extra_facts");

    /** One statement and the line it stands on. */
    public record Row(long line, String patient, MonthStatement statement) {}

    private final ServiceMonth month;
    private final Rejects rejects;
    private final Map<String, Row> byPatient = new HashMap<>();
    private final Map<String, Long> firstLines = new HashMap<>();
    private long count;
    private long ofOtherMonths;

    private MonthRows(ServiceMonth month, Rejects rejects) {
        this.month = month;
        this.rejects = rejects;
    }

    /** Read the rows of {@code month}; empty if the file's header does not allow any row to be read. */
    public static Optional<MonthRows> read(Path folder, ServiceMonth month, long longestLineBytes, Rejects rejects)
            throws IOException {
        MonthRows rows = new MonthRows(month, rejects);
        CsvTable table = new CsvTable(FILE, COLUMNS, Optional.of(Set.of()), longestLineBytes);
        boolean read = table.read(folder.resolve(FILE), rejects, rows::add).isPresent();
        rows.firstLines.clear();
        return read ? Optional.of(rows) : Optional.empty();
    }

    /** How many statements about the month were read. */
    public long count() {
        return count;
    }

    /** How many rows are of other months. */
    public long ofOtherMonths() {
        return ofOtherMonths;
    }

    /** What is stated about a patient; handed over once. */
    public MonthStatement take(String patient) {
        Row row = byPatient.remove(patient);
        return row == null ? MonthStatement.NOTHING : row.statement();
    }

    /** The statements nobody took: their patients are not in the chart. */
    public List<Row> left() {
        return List.copyOf(byPatient.values());
    }

    private void add(CsvRow row) {
        Cells cells = new Cells(row, rejects);
        Optional<ServiceMonth> stated = month(cells);
        if (stated.isPresent() && !stated.get().equals(month)) {
            ofOtherMonths++;
            return;
        }
        String patient = cells.required("patient", "Write the patient's FHIR id.");
        Long earlier = stated.isEmpty() || patient.isBlank() ? null : firstLines.putIfAbsent(patient, row.line());
        if (earlier != null) {
            cells.reject(
                    "patient", "Line " + earlier + " already states this patient's month.", "Join both rows into one.");
        }
        MonthStatement statement = new MonthStatement(
                cells.oneOf("mdm", Vocabulary.MDM, "none"),
                cells.oneOf("care_plan_action", Vocabulary.CARE_PLAN_ACTIONS, ""),
                StatementSyntax.otherCodes(cells, "other_codes"),
                StatementSyntax.events(cells, "patient_events"),
                StatementSyntax.facts(cells, "extra_facts"));
        if (cells.good()) {
            byPatient.put(patient, new Row(row.line(), patient, statement));
            count++;
        }
    }

    private static Optional<ServiceMonth> month(Cells cells) {
        try {
            return Optional.of(ServiceMonth.parse(cells.text("month")));
        } catch (MedleyException e) {
            cells.reject("month", "This is not a month.", "Write it YYYY-MM, for example 2025-03.");
            return Optional.empty();
        }
    }
}

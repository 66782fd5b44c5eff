package health.medley.cli.internal.practice;

import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code activity.csv}: one row for each interval of work. */
public final class ActivityRows {

    /** The file's name. */
    public static final String FILE = "activity.csv";
    /** The file's columns. */
    public static final List<String> COLUMNS =
            List.of("id", "patient", "start", "end", "performer", "role", "kind", "program", "note");

    /** One entry and the line it stands on. */
    public record Row(long line, TimeEntry entry) {}

    private final KnownPrograms known;
    private final Rejects rejects;
    private final Map<String, List<Row>> byPatient = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Shared shared = new Shared();
    private long count;

    private ActivityRows(KnownPrograms known, Rejects rejects) {
        this.known = known;
        this.rejects = rejects;
    }

    /** Read the file; empty if its header does not allow any row to be read. */
    public static Optional<ActivityRows> read(Path folder, long longestLineBytes, KnownPrograms known, Rejects rejects)
            throws IOException {
        ActivityRows rows = new ActivityRows(known, rejects);
        CsvTable table = new CsvTable(FILE, COLUMNS, Optional.of(Set.of()), longestLineBytes);
        boolean read = table.read(folder.resolve(FILE), rejects, rows::add).isPresent();
        rows.ids.clear();
        return read ? Optional.of(rows) : Optional.empty();
    }

    /** How many entries were read. */
    public long count() {
        return count;
    }

    /** Every entry not yet taken, in no particular order. */
    public List<TimeEntry> all() {
        List<TimeEntry> all = new ArrayList<>();
        byPatient.values().forEach(rows -> rows.forEach(row -> all.add(row.entry())));
        return all;
    }

    /** A patient's entries in the file's order; handed over once. */
    public List<TimeEntry> take(String patient) {
        List<Row> rows = byPatient.remove(patient);
        return rows == null ? List.of() : rows.stream().map(Row::entry).toList();
    }

    /** The entries nobody took: their patients are not in the chart. */
    public List<Row> left() {
        return byPatient.values().stream().flatMap(List::stream).toList();
    }

    private void add(CsvRow row) {
        Cells cells = new Cells(row, rejects);
        String id = cells.required("id", "Give every entry an id of its own.");
        if (!id.isBlank() && !ids.add(id)) {
            cells.reject("id", "Another row before this one has the same id.", "Give every entry an id of its own.");
        }
        String patient = cells.required("patient", "Write the patient's FHIR id.");
        Optional<OffsetDateTime> start = cells.moment("start");
        Optional<OffsetDateTime> end = cells.moment("end");
        String performer = cells.required("performer", "Write who worked: an NPI, or your own name for the person.");
        String role = cells.oneOf("role", Vocabulary.TIME_ROLES);
        String kind = cells.oneOf("kind", Vocabulary.KINDS);
        String program = cells.oneOf("program", known.programs());
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            cells.reject(
                    "end", "The entry ends before it starts.", "Correct start or end; mind their offsets from UTC.");
        }
        if (cells.good() && start.isPresent() && end.isPresent()) {
            TimeEntry entry = new TimeEntry(
                    id,
                    shared.one(patient),
                    start.get(),
                    end.get(),
                    shared.one(performer),
                    TimeRole.valueOf(role.toUpperCase(Locale.ROOT)),
                    shared.one(kind),
                    shared.one(program));
            byPatient
                    .computeIfAbsent(entry.patient(), key -> new ArrayList<>(4))
                    .add(new Row(row.line(), entry));
            count++;
        }
    }
}

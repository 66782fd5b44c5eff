package health.medley.cli.internal.practice;

import health.medley.core.practice.CarePlanState;
import health.medley.core.practice.Consent;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.InitiatingVisit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code enrollments.csv}: one row for each patient, program and consent period. */
public final class EnrollmentRows {

    /** The file's name. */
    public static final String FILE = "enrollments.csv";
    /** The file's columns. */
    public static final List<String> COLUMNS = List.of(
            "patient",
            "program",
            "practitioner_npi",
            "practitioner_role",
            "track",
            "consent_date",
            "consent_form",
            "consent_items",
            "consent_revoked_date",
            "initiating_visit",
            "care_plan_date",
            "care_plan_copy",
            "risk_documented");

    private static final Comparator<Row> IN_ORDER = Comparator.comparing(
                    (Row row) -> row.enrollment().program())
            .thenComparing(row -> start(row.enrollment()))
            .thenComparingLong(Row::line);

    /** One enrollment and the line it stands on. */
    public record Row(long line, Enrollment enrollment) {}

    private final KnownPrograms known;
    private final Rejects rejects;
    private final Map<String, List<Row>> byPatient = new HashMap<>();
    private final Map<Set<String>, Set<String>> items = new HashMap<>();
    private final Shared shared = new Shared();
    private long count;

    private EnrollmentRows(KnownPrograms known, Rejects rejects) {
        this.known = known;
        this.rejects = rejects;
    }

    /** Read the file; empty if its header does not allow any row to be read. */
    public static Optional<EnrollmentRows> read(
            Path folder, long longestLineBytes, KnownPrograms known, Rejects rejects) throws IOException {
        EnrollmentRows rows = new EnrollmentRows(known, rejects);
        CsvTable table = new CsvTable(FILE, COLUMNS, Optional.of(Set.of()), longestLineBytes);
        boolean read = table.read(folder.resolve(FILE), rejects, rows::add).isPresent();
        rows.byPatient.values().forEach(list -> list.sort(IN_ORDER));
        return read ? Optional.of(rows) : Optional.empty();
    }

    /** How many enrollments were read. */
    public long count() {
        return count;
    }

    /** The programs in which somebody is enrolled whose rows were not taken yet. */
    public Set<String> programs() {
        return byPatient.values().stream()
                .flatMap(List::stream)
                .map(row -> row.enrollment().program())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A patient's enrollments by program, then consent; handed over once. */
    public List<Row> take(String patient) {
        List<Row> rows = byPatient.remove(patient);
        return rows == null ? List.of() : rows;
    }

    /** The enrollments nobody took: their patients are not in the chart. */
    public List<Row> left() {
        return byPatient.values().stream().flatMap(List::stream).toList();
    }

    private void add(CsvRow row) {
        Cells cells = new Cells(row, rejects);
        String patient = cells.required("patient", "Write the patient's FHIR id.");
        String program = cells.oneOf("program", known.programs());
        String npi = cells.npi("practitioner_npi");
        String role = cells.oneOf("practitioner_role", Vocabulary.PRACTITIONER_ROLES);
        String track = cells.oneOf("track", known.tracks());
        Consent consent = consent(cells);
        Optional<InitiatingVisit> visit = StatementSyntax.visit(cells, "initiating_visit");
        CarePlanState plan = new CarePlanState(cells.day("care_plan_date"), cells.yes("care_plan_copy"));
        boolean risk = cells.yes("risk_documented");
        if (cells.good()) {
            Enrollment enrollment = new Enrollment(
                    patient,
                    shared.one(program),
                    shared.one(npi),
                    shared.one(role),
                    shared.one(track),
                    consent,
                    visit,
                    plan,
                    risk);
            keep(cells, enrollment);
        }
    }

    private Consent consent(Cells cells) {
        Optional<LocalDate> given = cells.day("consent_date");
        Optional<LocalDate> revoked = cells.day("consent_revoked_date");
        if (given.isPresent() && revoked.isPresent() && revoked.get().isBefore(given.get())) {
            cells.reject(
                    "consent_revoked_date",
                    "The consent is revoked before it is given.",
                    "Correct consent_date or consent_revoked_date.");
        }
        String form = cells.oneOf("consent_form", Vocabulary.CONSENT_FORMS, "");
        Set<String> told = StatementSyntax.consentItems(cells, "consent_items");
        return new Consent(given, shared.one(form), items.computeIfAbsent(told, same -> same), revoked);
    }

    private void keep(Cells cells, Enrollment enrollment) {
        List<Row> rows = byPatient.computeIfAbsent(enrollment.patient(), patient -> new ArrayList<>(1));
        for (Row earlier : rows) {
            if (overlap(earlier.enrollment(), enrollment)) {
                cells.reject(
                        "consent_date",
                        "The consent period overlaps that of line " + earlier.line()
                                + " for the same patient and program.",
                        "Keep one row for each consent period; end the earlier one with consent_revoked_date.");
                return;
            }
        }
        rows.add(new Row(cells.line(), enrollment));
        count++;
    }

    private static boolean overlap(Enrollment one, Enrollment other) {
        return one.program().equals(other.program())
                && start(one).isBefore(end(other))
                && start(other).isBefore(end(one));
    }

    private static LocalDate start(Enrollment enrollment) {
        return enrollment.consent().date().orElse(LocalDate.MIN);
    }

    /** A day of consent that is revoked on the same day still is a day. */
    private static LocalDate end(Enrollment enrollment) {
        LocalDate start = start(enrollment);
        return enrollment
                .consent()
                .revoked()
                .map(day -> day.equals(start) ? day.plusDays(1) : day)
                .orElse(LocalDate.MAX);
    }
}

package health.medley.billing.internal;

import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.PatientMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.Disease;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.practice.CarePlanState;
import health.medley.core.practice.Consent;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.InitiatingVisit;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.OtherCode;
import health.medley.core.practice.Practice;
import health.medley.core.practice.Setting;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The months of the sample practice, without its chart: the number of diseases is taken from the expected answers. */
final class SamplePractice {
    static final ServiceMonth MONTH = ServiceMonth.parse("2025-03");
    private static final Practice PRACTICE = new Practice(
            "Sample Family Practice", "1999999034", ZoneId.of("America/New_York"), "11", "national", Setting.PFS);

    private final Map<String, List<TimeEntry>> entries = new HashMap<>();
    private final Map<String, MonthStatement> statements = new HashMap<>();

    SamplePractice() {
        table("activity").forEach(row -> entries.computeIfAbsent(row.text("patient"), added -> new ArrayList<>())
                .add(entry(row)));
        table("month").forEach(row -> statements.put(row.text("patient"), statement(row)));
    }

    static List<CsvTable.Row> table(String name) {
        try (InputStream in = SamplePractice.class.getResourceAsStream("/practice-a/" + name + ".csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return CsvTable.read(name, text, new RuleProblems()).rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<PatientMonth> months() {
        return table("enrollments").stream().map(this::month).toList();
    }

    private PatientMonth month(CsvTable.Row row) {
        String patient = row.text("patient");
        return new PatientMonth(
                MONTH,
                PRACTICE,
                List.of(enrollment(row)),
                new PatientChart(patient, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of()),
                entries.getOrDefault(patient, List.of()),
                statements.getOrDefault(patient, MonthStatement.NOTHING),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    static EligibilityDecision eligible(int diseases, VisitStanding visit) {
        List<Disease> found = new ArrayList<>();
        for (int i = 0; i < diseases; i++) {
            found.add(new Disease("disease " + i, "disease " + i, List.of(), Optional.empty()));
        }
        return new EligibilityDecision(diseases > 1, found, visit, List.of(), List.of());
    }

    private static Enrollment enrollment(CsvTable.Row row) {
        return new Enrollment(
                row.text("patient"),
                row.text("program"),
                row.text("practitioner_npi"),
                row.text("practitioner_role"),
                row.text("track"),
                new Consent(
                        day(row.text("consent_date")),
                        row.text("consent_form"),
                        Set.of(row.text("consent_items").split(";")),
                        day(row.text("consent_revoked_date"))),
                visit(row.text("initiating_visit")),
                new CarePlanState(
                        day(row.text("care_plan_date")),
                        row.text("care_plan_copy").equals("Y")),
                row.text("risk_documented").equals("Y"));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static Optional<InitiatingVisit> visit(String text) {
        String[] parts = text.split("@");
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new InitiatingVisit(parts[0], LocalDate.parse(parts[1]), Optional.empty()));
    }

    private static TimeEntry entry(CsvTable.Row row) {
        return new TimeEntry(
                row.text("id"),
                row.text("patient"),
                OffsetDateTime.parse(row.text("start")),
                OffsetDateTime.parse(row.text("end")),
                row.text("performer"),
                TimeRole.valueOf(row.text("role").toUpperCase(Locale.ROOT)),
                row.text("kind"),
                row.text("program"));
    }

    private static MonthStatement statement(CsvTable.Row row) {
        List<OtherCode> codes = new ArrayList<>();
        for (String code : row.text("other_codes").split(";")) {
            if (!code.isEmpty()) {
                codes.add(OtherCode.parse(code));
            }
        }
        return new MonthStatement(
                row.text("mdm"),
                row.text("care_plan_action"),
                codes,
                pairs(row.text("patient_events")),
                pairs(row.text("extra_facts")));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : text.split(";")) {
            if (!pair.isEmpty()) {
                pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return pairs;
    }
}

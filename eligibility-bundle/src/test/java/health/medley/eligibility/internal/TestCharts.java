package health.medley.eligibility.internal;

import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartEncounter;
import health.medley.core.chart.PatientChart;
import health.medley.core.practice.CarePlanState;
import health.medley.core.practice.Consent;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.InitiatingVisit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Short ways to write charts and enrollments in tests. */
final class TestCharts {
    static final String OURS = "1999999018";
    static final String DIABETES = "SNOMED:44054006";
    static final String HYPERTENSION = "SNOMED:59621000";

    private TestCharts() {}

    static ChartCode code(String key) {
        String[] parts = key.split(":", 2);
        return switch (parts[0]) {
            case "SNOMED" -> new ChartCode("http://snomed.info/sct", parts[1]);
            case "ICD10CM" -> new ChartCode("http://hl7.org/fhir/sid/icd-10-cm", parts[1]);
            default -> new ChartCode(parts[0], parts[1]);
        };
    }

    static ChartCondition condition(@Nullable String began, @Nullable String abated, String... keys) {
        return new ChartCondition(Arrays.stream(keys).map(TestCharts::code).toList(), day(began), day(abated), false);
    }

    static ChartCondition since2010(String... keys) {
        return condition("2010-05-06", null, keys);
    }

    static PatientChart chart(ChartCondition... conditions) {
        return chart(null, List.of(conditions), List.of());
    }

    static PatientChart chart(
            @Nullable String death, List<ChartCondition> conditions, List<ChartEncounter> encounters) {
        return new PatientChart("patient-1", day("1950-01-01"), day(death), conditions, encounters, List.of());
    }

    static ChartEncounter encounter(String day, String... npis) {
        return new ChartEncounter(LocalDate.parse(day), Set.of(npis));
    }

    static InitiatingVisit visit(String code, String day, @Nullable String npi) {
        return new InitiatingVisit(code, LocalDate.parse(day), Optional.ofNullable(npi));
    }

    static Consent consent(@Nullable String day, @Nullable String revoked, String... items) {
        return new Consent(day(day), day == null ? "" : "verbal", Set.of(items), day(revoked));
    }

    static Enrollment enrollment(Consent consent, @Nullable InitiatingVisit visit) {
        return enrollment(consent, visit, "2025-01-20", true, true);
    }

    static Enrollment enrollment(
            Consent consent, @Nullable InitiatingVisit visit, @Nullable String plan, boolean copy, boolean risk) {
        return new Enrollment(
                "patient-1",
                "ccm",
                OURS,
                "MD",
                "staff",
                consent,
                Optional.ofNullable(visit),
                new CarePlanState(day(plan), copy),
                risk);
    }

    static Optional<LocalDate> day(@Nullable String text) {
        return Optional.ofNullable(text).map(LocalDate::parse);
    }
}

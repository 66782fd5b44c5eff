package health.medley.eligibility.internal;

import static health.medley.eligibility.internal.TestCharts.DIABETES;
import static health.medley.eligibility.internal.TestCharts.HYPERTENSION;
import static health.medley.eligibility.internal.TestCharts.OURS;
import static health.medley.eligibility.internal.TestCharts.since2010;
import static health.medley.eligibility.internal.enrollment.Clinic.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.Finding;
import health.medley.core.MedleyException;
import health.medley.core.Outcome;
import health.medley.core.PatientRef;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.careplan.PlanInForce;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartEncounter;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.ConsentTaken;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentRequest;
import health.medley.core.eligibility.Screening;
import health.medley.core.practice.InitiatingVisit;
import health.medley.eligibility.internal.enrollment.Clinic;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/** A clinic where patients are screened for March 2025. */
final class ScreeningRoom {

    static final ServiceMonth MARCH = ServiceMonth.parse("2025-03");
    static final Caller CLINICIAN = Caller.of("dr", "north", Role.PRACTITIONER, "tests");

    final Clinic clinic = new Clinic();
    final NoPlans plans = new NoPlans();
    private final TestRules rules = TestRules.usual();
    final RecordScreeningService screening = new RecordScreeningService(
            clinic.store,
            clinic.charts,
            new ChartEligibilityService(rules),
            clinic.enrollments(),
            plans,
            clinic,
            rules,
            clinic.clock());

    PatientRef patient(String fhirId, List<ChartEncounter> encounters, ChartCondition... conditions) {
        return clinic.charts.put(new PatientChart(
                fhirId, Optional.empty(), Optional.empty(), List.of(conditions), encounters, List.of()));
    }

    PatientRef ill(String fhirId) {
        return patient(fhirId, List.of(), since2010(DIABETES), since2010(HYPERTENSION));
    }

    Screening screen(PatientRef patient) {
        return screening.screen(CALLER, patient, "ccm", MARCH);
    }

    EnrolledProgram enroll(PatientRef patient, @Nullable ConsentTaken consent, @Nullable InitiatingVisit visit) {
        return clinic.enrollments()
                .enroll(
                        CALLER,
                        patient,
                        new EnrollmentRequest(
                                "ccm",
                                OURS,
                                "MD",
                                "staff",
                                Optional.of(LocalDate.parse("2025-01-02")),
                                Optional.ofNullable(consent),
                                Optional.ofNullable(visit),
                                true));
    }

    void plan(PatientRef patient) {
        LocalDate day = LocalDate.parse("2025-01-20");
        plans.inForce.add(
                new PlanInForce(patient, "ccm", "plan", 1, day, false, List.of(day), List.of(), Optional.empty()));
    }

    static List<String> codes(Screening row, Outcome... outcomes) {
        return row.findings().stream()
                .filter(finding -> Set.of(outcomes).contains(finding.outcome()))
                .map(Finding::code)
                .toList();
    }

    static void refused(ErrorCode code, Executable call) {
        assertEquals(code, assertThrows(MedleyException.class, call).code());
    }
}

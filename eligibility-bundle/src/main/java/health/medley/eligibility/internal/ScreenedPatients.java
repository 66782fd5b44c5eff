package health.medley.eligibility.internal;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.careplan.CarePlanService;
import health.medley.core.chart.ChartRegister;
import health.medley.core.chart.PatientChart;
import health.medley.core.chart.RegisteredChartReader;
import health.medley.core.eligibility.ConditionOverride;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentQuery;
import health.medley.core.eligibility.EnrollmentReader;
import health.medley.core.eligibility.EnrollmentService;
import health.medley.core.practice.CarePlanState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Hold what screening needs of some patients, read in as few readings as there are kinds of it.
 *
 * @param charts their charts, in the order of their references
 * @param enrollments their enrollments in the program and month
 * @param overrides clinicians' words on their conditions, by code
 * @param plans their care plans in force
 */
record ScreenedPatients(
        Map<PatientRef, PatientChart> charts,
        Map<PatientRef, EnrolledProgram> enrollments,
        Map<PatientRef, Map<String, ConditionOverride>> overrides,
        Map<PatientRef, CarePlanState> plans) {

    /** Where it is read from. */
    record Sources(
            ChartRegister charts, EnrollmentService enrollments, OverrideRecords overrides, CarePlanService plans) {}

    static ScreenedPatients read(
            Sources sources, Caller caller, Set<PatientRef> patients, String program, ServiceMonth month) {
        EnrollmentQuery enrolled = EnrollmentQuery.of(month).of(patients);
        return new ScreenedPatients(
                sources.charts().charts(caller, patients, new Charts()),
                patients.isEmpty() ? Map.of() : sources.enrollments().read(caller, enrolled, new Enrollments(program)),
                sources.overrides().inForce(caller, patients),
                PlansInForce.of(sources.plans(), caller, patients, month.lastDay(), program));
    }

    Optional<EnrolledProgram> enrollment(PatientRef patient) {
        return Optional.ofNullable(enrollments.get(patient));
    }

    Map<String, ConditionOverride> overridesOf(PatientRef patient) {
        return overrides.getOrDefault(patient, Map.of());
    }

    CarePlanState plan(PatientRef patient) {
        return plans.getOrDefault(patient, PlansInForce.NONE);
    }

    private static final class Charts implements RegisteredChartReader<Map<PatientRef, PatientChart>> {
        private final Map<PatientRef, PatientChart> charts = new TreeMap<>();

        @Override
        public void chart(PatientRef patient, PatientChart chart) {
            charts.put(patient, chart);
        }

        @Override
        public Map<PatientRef, PatientChart> result() {
            return charts;
        }
    }

    /** Of several enrollments in one month the last one begun. */
    private static final class Enrollments implements EnrollmentReader<Map<PatientRef, EnrolledProgram>> {
        private final String program;
        private final Map<PatientRef, EnrolledProgram> enrollments = new HashMap<>();

        Enrollments(String program) {
            this.program = program;
        }

        @Override
        public boolean take(EnrolledProgram enrollment) {
            if (enrollment.program().equals(program)) {
                enrollments.merge(
                        enrollment.patient(),
                        enrollment,
                        (one, other) -> other.from().isBefore(one.from()) ? one : other);
            }
            return true;
        }

        @Override
        public Map<PatientRef, EnrolledProgram> result() {
            return enrollments;
        }
    }
}

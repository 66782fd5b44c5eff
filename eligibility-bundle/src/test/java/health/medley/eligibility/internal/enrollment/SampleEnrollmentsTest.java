package health.medley.eligibility.internal.enrollment;

import static health.medley.eligibility.internal.enrollment.Clinic.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.ConsentTaken;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentQuery;
import health.medley.core.eligibility.EnrollmentRequest;
import health.medley.core.practice.CarePlanState;
import health.medley.core.practice.Consent;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.InitiatingVisit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Enrolling whoever stands in the sample practice's table gives billing what the table gives it. */
class SampleEnrollmentsTest {

    private static final Path TABLE =
            Path.of("..", "distribution", "src", "main", "dist", "sample-practice", "enrollments.csv");
    private static final ServiceMonth MARCH = ServiceMonth.parse("2025-03");

    private final Clinic clinic = new Clinic().at("2025-04-02T12:00:00Z");
    private final Map<PatientRef, Enrollment> expected = new HashMap<>();

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static Optional<InitiatingVisit> visit(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split("@");
        return Optional.of(new InitiatingVisit(
                parts[0], LocalDate.parse(parts[1]), parts.length < 3 ? Optional.empty() : Optional.of(parts[2])));
    }

    private static Set<String> items(String text) {
        return Arrays.stream(text.split(";")).filter(item -> !item.isEmpty()).collect(Collectors.toSet());
    }

    @Test
    void everyRowComesOutAsItStands() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(TABLE)) {
            for (NamedCsvRecord row : rows) {
                enroll(row);
            }
        }

        Map<PatientRef, Enrollment> kept = new HashMap<>();
        for (EnrolledProgram one : clinic.read(EnrollmentQuery.of(MARCH))) {
            Enrollment stated = expected.get(one.patient());
            kept.put(one.patient(), one.enrollment(stated.patient(), MARCH, stated.carePlan()));
        }
        assertEquals(173, expected.size());
        assertEquals(expected, kept);
    }

    private void enroll(NamedCsvRecord row) {
        PatientRef patient = clinic.patient(row.getField("patient"));
        Optional<LocalDate> consented = day(row.getField("consent_date"));
        Optional<LocalDate> revoked = day(row.getField("consent_revoked_date"));
        String form = row.getField("consent_form");
        Set<String> items = items(row.getField("consent_items"));
        boolean risk = row.getField("risk_documented").equals("Y");
        EnrollmentRequest request = new EnrollmentRequest(
                row.getField("program"),
                row.getField("practitioner_npi"),
                row.getField("practitioner_role"),
                row.getField("track"),
                // whoever has not consented yet was to be asked in March
                consented.isPresent() ? Optional.empty() : Optional.of(LocalDate.parse("2025-03-01")),
                consented.map(day -> new ConsentTaken(day, form, items, "ann", Optional.empty())),
                visit(row.getField("initiating_visit")),
                risk);
        EnrolledProgram one = clinic.enrollments().enroll(CALLER, patient, request);
        revoked.ifPresent(day -> clinic.enrollments().revoke(CALLER, one.id(), 1, day, ""));
        CarePlanState plan = new CarePlanState(
                day(row.getField("care_plan_date")),
                row.getField("care_plan_copy").equals("Y"));
        expected.put(
                patient,
                new Enrollment(
                        row.getField("patient"),
                        request.program(),
                        request.practitionerNpi(),
                        request.practitionerRole(),
                        request.track(),
                        new Consent(consented, form, items, revoked),
                        request.initiatingVisit(),
                        plan,
                        risk));
    }
}

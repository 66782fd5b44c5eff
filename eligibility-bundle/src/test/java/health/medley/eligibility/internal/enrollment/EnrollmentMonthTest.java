package health.medley.eligibility.internal.enrollment;

import static health.medley.eligibility.internal.enrollment.Clinic.OTHER;
import static health.medley.eligibility.internal.enrollment.Clinic.OURS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.BillingTerms;
import health.medley.core.eligibility.Ending;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.KeptConsent;
import health.medley.core.practice.CarePlanState;
import health.medley.core.practice.Enrollment;
import health.medley.record.RecordIds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an enrollment means for one month. */
class EnrollmentMonthTest {

    private static final CarePlanState PLAN = new CarePlanState(Optional.empty(), false);
    private static final List<BillingTerms> TERMS =
            List.of(new BillingTerms(ServiceMonth.parse("2024-02"), OURS, "MD", "staff"));

    private static KeptConsent consent(String day, String npi) {
        return new KeptConsent(
                LocalDate.parse(day), "signed", Clinic.TOLD, "ann", npi, Instant.parse("2025-03-02T02:00:00Z"));
    }

    private static EnrolledProgram enrollment(
            List<BillingTerms> terms, @Nullable String revoked, KeptConsent... consents) {
        Optional<Ending> ending = Optional.ofNullable(revoked)
                .map(day -> new Ending(LocalDate.parse(day), "", Instant.parse("2025-03-02T02:00:00Z")));
        return new EnrolledProgram(
                "e",
                1,
                RecordIds.patient(),
                "ccm",
                LocalDate.parse("2024-02-20"),
                terms,
                Arrays.asList(consents),
                Optional.empty(),
                true,
                ending,
                Optional.empty());
    }

    private static Optional<LocalDate> dateIn(String month, EnrolledProgram enrollment) {
        return enrollment
                .enrollment("fhir-1", ServiceMonth.parse(month), PLAN)
                .consent()
                .date();
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.of(LocalDate.parse(text));
    }

    @Test
    void aRenewedConsentTakesNoTimeFromTheMonthItWasRenewedIn() {
        EnrolledProgram renewed = enrollment(TERMS, null, consent("2024-02-20", OURS), consent("2025-02-14", OURS));

        assertEquals(day("2024-02-20"), dateIn("2024-02", renewed));
        assertEquals(day("2024-02-20"), dateIn("2025-02", renewed));
        assertEquals(day("2025-02-14"), dateIn("2025-03", renewed));
    }

    @Test
    void aConsentRenewedOnTheFirstOfAMonthIsTheOneOfThatMonth() {
        EnrolledProgram renewed = enrollment(TERMS, null, consent("2024-02-20", OURS), consent("2025-03-01", OURS));

        assertEquals(day("2025-03-01"), dateIn("2025-03", renewed));
    }

    @Test
    void theOrderOfRecordingDoesNotMatter() {
        EnrolledProgram late = enrollment(TERMS, null, consent("2025-02-14", OURS), consent("2024-02-20", OURS));

        assertEquals(day("2024-02-20"), dateIn("2025-02", late));
        assertEquals(day("2025-02-14"), dateIn("2025-03", late));
    }

    @Test
    void aMonthBeforeEveryConsentShowsTheFirstOne() {
        EnrolledProgram later = enrollment(TERMS, null, consent("2025-02-14", OURS), consent("2025-05-14", OURS));

        assertEquals(day("2025-02-14"), dateIn("2025-01", later));
        assertEquals(Optional.empty(), dateIn("2025-01", enrollment(TERMS, null)));
    }

    @Test
    void aConsentThatNamesTheBillingPractitionerGoesFirst() {
        List<BillingTerms> changed =
                List.of(TERMS.get(0), new BillingTerms(ServiceMonth.parse("2025-03"), OTHER, "NP", "staff"));
        EnrolledProgram enrollment =
                enrollment(changed, null, consent("2024-02-20", OURS), consent("2025-03-10", OTHER));

        Enrollment march = enrollment.enrollment("fhir-1", ServiceMonth.parse("2025-03"), PLAN);
        assertEquals(day("2025-03-10"), march.consent().date());
        assertEquals(Optional.empty(), march.consent().otherPractitioner());
        assertEquals(OTHER, march.practitionerNpi());
        assertEquals("NP", march.practitionerRole());
        Enrollment february = enrollment.enrollment("fhir-1", ServiceMonth.parse("2025-02"), PLAN);
        assertEquals(day("2024-02-20"), february.consent().date());
        assertEquals(OURS, february.practitionerNpi());
    }

    @Test
    void aConsentToAnotherPractitionerSaysSo() {
        List<BillingTerms> changed =
                List.of(TERMS.get(0), new BillingTerms(ServiceMonth.parse("2025-03"), OTHER, "NP", "staff"));
        EnrolledProgram enrollment =
                enrollment(changed, null, consent("2024-02-20", OURS), consent("2025-04-01", OTHER));

        Enrollment march = enrollment.enrollment("fhir-1", ServiceMonth.parse("2025-03"), PLAN);
        assertEquals(Optional.of(OURS), march.consent().otherPractitioner());
        assertEquals(day("2024-02-20"), march.consent().date());
    }

    @Test
    void carriesTheRevocationAndWhatElseIsStated() {
        Enrollment month = enrollment(TERMS, "2025-03-15", consent("2024-02-20", OURS))
                .enrollment("fhir-1", ServiceMonth.parse("2025-03"), PLAN);

        assertEquals(day("2025-03-15"), month.consent().revoked());
        assertEquals(Set.copyOf(Clinic.TOLD), month.consent().items());
        assertEquals("signed", month.consent().form());
        assertEquals("fhir-1", month.patient());
        assertEquals(PLAN, month.carePlan());
        assertTrue(month.riskDocumented());
    }

    @Test
    void aConsentIsBackdatedByThePracticesDays() {
        // 02:00 UTC on the second of March is the first in New York
        assertFalse(consent("2025-03-01", OURS).backdated(ZoneId.of("America/New_York")));
        assertTrue(consent("2025-03-01", OURS).backdated(ZoneId.of("UTC")));
    }

    @Test
    void coversTheMonthsFromItsBeginningOn() {
        EnrolledProgram enrollment = enrollment(TERMS, "2024-03-01", consent("2024-02-20", OURS));

        assertFalse(enrollment.covers(ServiceMonth.parse("2024-01")));
        assertTrue(enrollment.covers(ServiceMonth.parse("2024-02")));
        // a revoked one goes on, and its months say why they are not billed
        assertTrue(enrollment.covers(ServiceMonth.parse("2025-02")));
    }
}

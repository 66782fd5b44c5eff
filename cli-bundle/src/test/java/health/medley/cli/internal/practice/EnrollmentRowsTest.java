package health.medley.cli.internal.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.chart.ChartQuery;
import health.medley.core.practice.Enrollment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrollmentRowsTest {

    @TempDir
    private Path folder;

    private final Rejects rejects = new Rejects();

    private EnrollmentRows read(String rows) throws IOException {
        TestFiles.write(folder, "enrollments.csv", TestFiles.ENROLLMENTS + rows);
        return EnrollmentRows.read(folder, ChartQuery.LONGEST_LINE_BYTES, KnownPrograms.with(List.of()), rejects)
                .orElseThrow();
    }

    private static String period(String from, String to) {
        return "p1,ccm,1999999018,MD,staff," + from + ",verbal,availability," + to + ",,,,\n";
    }

    private void rejected(String row, String place) throws IOException {
        read(row);
        assertEquals(List.of(place), TestFiles.places(rejects));
    }

    @Test
    void readsAnEnrollmentAsWritten() throws IOException {
        Enrollment enrollment = read(TestFiles.ENROLLED).take("p1").get(0).enrollment();
        assertEquals("1999999018", enrollment.practitionerNpi());
        assertEquals(Optional.of(LocalDate.of(2025, 1, 2)), enrollment.consent().date());
        assertEquals(
                Set.of("availability", "cost-sharing", "one-practitioner", "right-to-stop"),
                enrollment.consent().items());
        assertEquals("99214", enrollment.initiatingVisit().orElseThrow().code());
        assertEquals(
                Optional.empty(), enrollment.initiatingVisit().orElseThrow().npi());
        assertTrue(enrollment.carePlan().copyGiven());
        assertTrue(enrollment.riskDocumented());
    }

    @Test
    void readsEmptyValuesAsNotThere() throws IOException {
        Enrollment enrollment =
                read("p1,ccm,1999999018,MD,staff,,,,,,,,\n").take("p1").get(0).enrollment();
        assertEquals(Optional.empty(), enrollment.consent().date());
        assertEquals(Optional.empty(), enrollment.carePlan().date());
        assertFalse(enrollment.carePlan().copyGiven());
        assertTrue(rejects.isEmpty());
    }

    @Test
    void takesP1ForTheEnrollmentsOwnPractitioner() throws IOException {
        String row = TestFiles.ENROLLED.replace("99214@2024-12-01", "99214@2024-12-01@P1");
        assertEquals(
                Optional.empty(),
                read(row)
                        .take("p1")
                        .get(0)
                        .enrollment()
                        .initiatingVisit()
                        .orElseThrow()
                        .npi());
    }

    @Test
    void rejectsUnknownNamesAndBadDates() throws IOException {
        read("p1,zzz,199999901,DR,stuff,2025-13-01,oral,availability;parking,2025-01-32,99214,tomorrow,yes,no\n");
        assertEquals(
                List.of(
                        "enrollments.csv:2:care_plan_copy [yes]",
                        "enrollments.csv:2:care_plan_date [tomorrow]",
                        "enrollments.csv:2:consent_date [2025-13-01]",
                        "enrollments.csv:2:consent_form [oral]",
                        "enrollments.csv:2:consent_items [availability;parking]",
                        "enrollments.csv:2:consent_revoked_date [2025-01-32]",
                        "enrollments.csv:2:initiating_visit [99214]",
                        "enrollments.csv:2:practitioner_npi [199999901]",
                        "enrollments.csv:2:practitioner_role [DR]",
                        "enrollments.csv:2:program [zzz]",
                        "enrollments.csv:2:risk_documented [no]",
                        "enrollments.csv:2:track [stuff]"),
                TestFiles.places(rejects));
    }

    @Test
    void rejectsARevocationBeforeTheConsent() throws IOException {
        rejected(period("2025-02-01", "2025-01-31"), "enrollments.csv:2:consent_revoked_date [2025-01-31]");
    }

    @Test
    void rejectsTheSecondOfOverlappingConsentPeriods() throws IOException {
        EnrollmentRows rows = read(period("2025-01-01", "") + period("2025-02-01", ""));
        assertEquals(
                "The consent period overlaps that of line 2 for the same patient and program.",
                TestFiles.only(rejects).problem());
        assertEquals("enrollments.csv:3:consent_date", TestFiles.only(rejects).place());
        assertEquals(1, rows.take("p1").size());
    }

    @Test
    void rejectsASecondRowWhereOneHasNoConsentDate() throws IOException {
        read(period("", "") + period("2025-02-01", ""));
        assertEquals("enrollments.csv:3:consent_date", TestFiles.only(rejects).place());
    }

    @Test
    void keepsPeriodsThatFollowEachOtherAndOtherProgramsInOrder() throws IOException {
        EnrollmentRows rows = read(period("2025-02-01", "")
                + period("2024-01-01", "2025-02-01")
                + period("2025-02-01", "").replace("ccm", "bhi"));
        assertTrue(rejects.isEmpty());
        assertEquals(
                List.of(4L, 3L, 2L),
                rows.take("p1").stream().map(EnrollmentRows.Row::line).toList());
    }
}

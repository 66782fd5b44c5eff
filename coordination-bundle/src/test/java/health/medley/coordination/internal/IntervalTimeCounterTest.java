package health.medley.coordination.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.CareTime;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeExclusion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntervalTimeCounterTest {
    private final LedgerQuestion asked = new LedgerQuestion();

    @Test
    void nothingCountsWithoutEntries() {
        CountedTime counted = asked.count();
        assertEquals(
                new CountedTime(
                        CareTime.NONE,
                        CareTime.NONE,
                        CareTime.NONE,
                        CareTime.NONE,
                        Map.of(),
                        false,
                        Optional.empty(),
                        List.of(),
                        List.of()),
                counted);
    }

    @Test
    void twoStaffAtTheSameMomentCountOnceAndPoolingIsAUnion() {
        asked.staff("A", "2025-03-05T10:00:00-05:00", "2025-03-05T10:10:00-05:00");
        asked.staff("B", "2025-03-05T10:05:00-05:00", "2025-03-05T10:15:00-05:00");
        asked.practitioner("C", LedgerQuestion.OURS, "2025-03-05T10:14:00-05:00", "2025-03-05T10:20:00-05:00");
        CountedTime counted = asked.count();
        assertEquals(CareTime.ofMinutes(15), counted.staff());
        assertEquals(CareTime.ofMinutes(6), counted.practitioner());
        assertEquals(CareTime.ofMinutes(20), counted.pooled());
        assertEquals(CareTime.ofMinutes(26), counted.logged());
        assertEquals(Optional.of(Instant.parse("2025-03-05T15:00:00Z")), counted.firstCounted());
        assertEquals(List.of(), counted.uncounted());
        assertEquals(
                List.of("A STAFF 600 s", "B STAFF 600 s", "C PRACTITIONER 360 s"),
                counted.counted().stream()
                        .map(part -> part.entry() + " " + part.role() + " "
                                + part.time().seconds() + " s")
                        .toList());
    }

    @Test
    void withoutConsentNothingCounts() {
        asked.countFrom = Optional.empty();
        asked.staff("A", "2025-03-05T10:00:00-05:00", "2025-03-05T10:10:00-05:00");
        CountedTime counted = asked.count();
        assertEquals(CareTime.NONE, counted.pooled());
        assertEquals(Map.of(TimeExclusion.BEFORE_CONSENT, CareTime.ofMinutes(10)), counted.pooledMore());
        assertEquals(
                List.of(LedgerQuestion.uncounted(
                        "A", "2025-03-05T15:00:00Z", "2025-03-05T15:10:00Z", TimeExclusion.BEFORE_CONSENT)),
                counted.uncounted());
    }

    @Test
    void onlyTheEnrollmentsPractitionerCountsAsPractitioner() {
        asked.practitioner("A", LedgerQuestion.OURS, "2025-03-05T10:00:00-05:00", "2025-03-05T10:10:00-05:00");
        asked.practitioner("B", "1999999026", "2025-03-05T11:00:00-05:00", "2025-03-05T11:10:00-05:00");
        CountedTime counted = asked.count();
        assertEquals(CareTime.ofMinutes(10), counted.practitioner());
        assertEquals(Map.of(TimeExclusion.OTHER_PRACTITIONER, CareTime.ofMinutes(10)), counted.pooledMore());
    }

    @Test
    void aPartExcludedForTwoReasonsIsNotGainedByLiftingOne() {
        asked.countFrom = Optional.of(LocalDate.parse("2025-03-10"));
        asked.clerical("A", "2025-03-05T10:00:00-05:00", "2025-03-05T10:10:00-05:00");
        CountedTime counted = asked.count();
        assertEquals(Map.of(), counted.pooledMore());
        assertEquals(TimeExclusion.NONCLINICAL, counted.uncounted().get(0).why());
    }

    @Test
    void whatWasCountedAnywayIsNotGained() {
        asked.staff("A", "2025-03-05T10:00:00-05:00", "2025-03-05T10:10:00-05:00");
        asked.clerical("B", "2025-03-05T10:05:00-05:00", "2025-03-05T10:12:00-05:00");
        asked.clerical("C", "2025-03-05T10:11:00-05:00", "2025-03-05T10:13:00-05:00");
        assertEquals(
                Map.of(TimeExclusion.NONCLINICAL, CareTime.ofMinutes(3)),
                asked.count().pooledMore());
    }

    @Test
    void otherMonthsTellTheCutOffPartsAndTheEntriesWhollyOutside() {
        asked.staff("A", "2025-03-31T23:55:00-04:00", "2025-04-01T00:05:00-04:00");
        asked.staff("B", "2025-04-02T10:00:00-04:00", "2025-04-02T10:07:00-04:00");
        asked.staff("C", "2025-01-01T10:00:00-05:00", "2025-01-01T10:07:00-05:00");
        CountedTime counted = asked.count();
        assertEquals(CareTime.ofMinutes(5), counted.staff());
        assertTrue(counted.splitAtMonthEdge());
        // C lies before the consent too, so the month alone does not keep it out
        assertEquals(Map.of(TimeExclusion.OTHER_MONTH, CareTime.ofMinutes(12)), counted.pooledMore());
        assertEquals(
                List.of(
                        LedgerQuestion.uncounted(
                                "A", "2025-04-01T04:00:00Z", "2025-04-01T04:05:00Z", TimeExclusion.OTHER_MONTH),
                        LedgerQuestion.uncounted(
                                "B", "2025-04-02T14:00:00Z", "2025-04-02T14:07:00Z", TimeExclusion.OTHER_MONTH),
                        LedgerQuestion.uncounted(
                                "C", "2025-01-01T15:00:00Z", "2025-01-01T15:07:00Z", TimeExclusion.OTHER_MONTH)),
                counted.uncounted());
    }

    @Test
    void anEntryOfWhichNothingCountsIsNotSplit() {
        asked.clerical("A", "2025-03-31T23:55:00-04:00", "2025-04-01T00:05:00-04:00");
        CountedTime counted = asked.count();
        assertFalse(counted.splitAtMonthEdge());
        assertEquals(
                List.of(LedgerQuestion.uncounted(
                        "A", "2025-04-01T03:55:00Z", "2025-04-01T04:05:00Z", TimeExclusion.NONCLINICAL)),
                counted.uncounted());
    }

    @Test
    void theUncountedPartsStandInTheOrderOfEntryThenTime() {
        asked.death = Optional.of(LocalDate.parse("2025-03-30"));
        asked.countFrom = Optional.of(LocalDate.parse("2025-03-01"));
        asked.clerical("B", "2025-03-05T10:00:00-05:00", "2025-03-05T10:01:00-05:00");
        asked.staff("A", "2025-02-28T23:00:00-05:00", "2025-04-01T01:00:00-04:00");
        assertEquals(
                List.of(
                        LedgerQuestion.uncounted(
                                "A", "2025-03-01T04:00:00Z", "2025-03-01T05:00:00Z", TimeExclusion.OTHER_MONTH),
                        LedgerQuestion.uncounted(
                                "A", "2025-03-31T04:00:00Z", "2025-04-01T04:00:00Z", TimeExclusion.AFTER_DEATH),
                        LedgerQuestion.uncounted(
                                "A", "2025-04-01T04:00:00Z", "2025-04-01T05:00:00Z", TimeExclusion.OTHER_MONTH),
                        LedgerQuestion.uncounted(
                                "B", "2025-03-05T15:00:00Z", "2025-03-05T15:01:00Z", TimeExclusion.NONCLINICAL)),
                asked.count().uncounted());
    }
}

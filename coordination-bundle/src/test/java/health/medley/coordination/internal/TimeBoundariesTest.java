package health.medley.coordination.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import health.medley.core.CareTime;
import health.medley.core.ServiceMonth;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeExclusion;
import health.medley.core.time.TimeStay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBoundariesTest {
    private final LedgerQuestion asked = new LedgerQuestion();

    @Test
    void anIntervalWithoutLengthIsNoTimeAndNothingToExplain() {
        asked.staff("A", "2025-03-05T10:00:00-05:00", "2025-03-05T10:00:00-05:00");
        asked.staff("B", "2025-04-01T00:00:00-04:00", "2025-04-01T00:00:00-04:00");
        CountedTime counted = asked.count();
        assertEquals(CareTime.NONE, counted.pooled());
        assertEquals(Optional.empty(), counted.firstCounted());
        assertFalse(counted.splitAtMonthEdge());
        assertEquals(List.of(), counted.uncounted());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-28T23:50:00-05:00, 2025-02-28T23:59:59-05:00, 0, false",
        "2025-02-28T23:50:00-05:00, 2025-03-01T00:00:00-05:00, 0, false",
        "2025-02-28T23:50:00-05:00, 2025-03-01T00:00:01-05:00, 1, true",
        "2025-03-01T00:00:00-05:00, 2025-03-01T00:00:01-05:00, 1, false",
        "2025-03-31T23:59:58-04:00, 2025-03-31T23:59:59-04:00, 1, false",
        "2025-03-31T23:59:58-04:00, 2025-04-01T00:00:00-04:00, 2, false",
        "2025-03-31T23:59:58-04:00, 2025-04-01T00:00:01-04:00, 2, true",
        "2025-04-01T00:00:00-04:00, 2025-04-01T00:00:01-04:00, 0, false",
        // the same second, written in another zone
        "2025-03-01T04:59:59Z, 2025-03-01T05:00:01Z, 1, true",
        "2025-02-01T00:00:00Z, 2025-05-01T00:00:00Z, 2674800, true",
    })
    void theMonthBeginsAndEndsOnTheSecondInThePracticesZone(String start, String end, long seconds, boolean split) {
        asked.staff("A", start, end);
        CountedTime counted = asked.count();
        assertEquals(new CareTime(seconds), counted.staff());
        assertEquals(split, counted.splitAtMonthEdge());
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2025-03, 2025-03-09, 23",
        "America/New_York, 2025-11, 2025-11-02, 25",
        "Pacific/Auckland, 2025-04, 2025-04-06, 25",
        "America/St_Johns, 2025-11, 2025-11-02, 25",
        "Asia/Kathmandu, 2025-03, 2025-03-09, 24",
        // the clocks go forward at midnight: the day has no 00:00
        "America/Santiago, 2025-09, 2025-09-07, 23",
    })
    void aDayLastsAsLongAsItsZoneSays(String zoneName, String monthText, LocalDate day, long hours) {
        asked.zone = ZoneId.of(zoneName);
        asked.month = ServiceMonth.parse(monthText);
        asked.countFrom = Optional.of(day);
        asked.countTo = Optional.of(day);
        asked.staff(
                "A",
                asked.month.start(asked.zone).atOffset(ZoneOffset.UTC).toString(),
                asked.month.end(asked.zone).atOffset(ZoneOffset.UTC).toString());
        assertEquals(CareTime.ofMinutes(hours * 60), asked.count().staff());
    }

    @Test
    void whereClocksGoBackAcrossMidnightTheMonthBeginsWithItsFirstInstant() {
        // 2009-11-01 in Newfoundland: at 00:01 the clocks went back to 23:01 of 31 October
        asked.zone = ZoneId.of("America/St_Johns");
        asked.month = ServiceMonth.parse("2009-11");
        asked.countFrom = Optional.of(LocalDate.parse("2009-01-01"));
        asked.staff("A", "2009-11-01T00:00:00-02:30", "2009-11-01T00:00:00-03:30");
        assertEquals(CareTime.ofMinutes(60), asked.count().staff());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-09T23:59:59-04:00, 2025-03-10T00:00:00-04:00, 0",
        "2025-03-09T23:59:59-04:00, 2025-03-10T00:00:01-04:00, 1",
        "2025-03-10T00:00:00-04:00, 2025-03-10T00:00:01-04:00, 1",
    })
    void timeCountsFromTheFirstSecondOfTheDayOfConsent(String start, String end, long seconds) {
        asked.countFrom = Optional.of(LocalDate.parse("2025-03-10"));
        asked.staff("A", start, end);
        CountedTime counted = asked.count();
        assertEquals(new CareTime(seconds), counted.staff());
        assertFalse(counted.splitAtMonthEdge());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-10T23:59:59-04:00, 2025-03-11T00:00:00-04:00, 1",
        "2025-03-10T23:59:59-04:00, 2025-03-11T00:00:01-04:00, 1",
        "2025-03-11T00:00:00-04:00, 2025-03-11T00:00:01-04:00, 0",
    })
    void timeCountsToTheEndOfTheDayOfDeathAndOfTheLastDayThatCounts(String start, String end, long seconds) {
        asked.staff("A", start, end);
        asked.death = Optional.of(LocalDate.parse("2025-03-10"));
        assertEquals(new CareTime(seconds), asked.count().staff());
        asked.death = Optional.empty();
        asked.countTo = Optional.of(LocalDate.parse("2025-03-10"));
        assertEquals(new CareTime(seconds), asked.count().staff());
    }

    @Test
    void aStayTakesItsWholeDaysOutOfTheMiddle() {
        asked.stays.add(new TimeStay(LocalDate.parse("2025-03-10"), LocalDate.parse("2025-03-11"), "inpatient"));
        asked.stays.add(new TimeStay(LocalDate.parse("2025-03-11"), LocalDate.parse("2025-03-11"), "snf_part_a"));
        asked.staff("A", "2025-03-09T23:59:58-04:00", "2025-03-12T00:00:03-04:00");
        CountedTime counted = asked.count();
        assertEquals(new CareTime(5), counted.staff());
        assertEquals(new CareTime(5), counted.logged());
        assertEquals(
                List.of(LedgerQuestion.uncounted(
                        "A", "2025-03-10T04:00:00Z", "2025-03-12T04:00:00Z", TimeExclusion.DURING_STAY)),
                counted.uncounted());
        assertEquals(Map.of(TimeExclusion.DURING_STAY, CareTime.ofMinutes(2 * 24 * 60)), counted.pooledMore());
    }

    @Test
    void theEarliestAndLatestDaysAreNoTrouble() {
        asked.countFrom = Optional.of(LocalDate.MIN);
        asked.death = Optional.of(LocalDate.MAX);
        asked.staff("A", "2025-03-05T10:00:00-05:00", "2025-03-05T10:10:00-05:00");
        assertEquals(CareTime.ofMinutes(10), asked.count().staff());
    }
}

package health.medley.coordination.internal.access;

import static health.medley.coordination.internal.Refusals.refused;
import static health.medley.coordination.internal.practice.TestPractice.ANN;
import static health.medley.coordination.internal.practice.TestPractice.BOB_ELSEWHERE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.coordination.internal.messages.PortalChannel;
import health.medley.coordination.internal.messages.VoiceChannel;
import health.medley.coordination.internal.practice.TestPractice;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.coordination.CoverageGap;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.coordination.NewRoster;
import health.medley.core.coordination.NewTestCall;
import health.medley.core.coordination.Roster;
import health.medley.core.coordination.RosterShift;
import health.medley.core.coordination.TestCall;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredAccessServiceTest {

    // clocks in New York go forward on Sunday the 9th
    private static final ServiceMonth MARCH = ServiceMonth.parse("2025-03");
    // and back on Sunday the 2nd
    private static final ServiceMonth NOVEMBER = ServiceMonth.parse("2025-11");

    private final TestPractice practice = new TestPractice("2025-12-01T16:00:00Z");
    private final StoredAccessService service = new StoredAccessService(practice.store, practice, practice, practice);

    private static RosterShift shift(
            DayOfWeek fromDay, String from, DayOfWeek toDay, String to, String answerer, boolean reachesRecord) {
        return new RosterShift(
                fromDay, LocalTime.parse(from), toDay, LocalTime.parse(to), answerer, "555-0100", reachesRecord);
    }

    private static RosterShift always(String answerer, boolean reachesRecord) {
        return shift(DayOfWeek.MONDAY, "00:00", DayOfWeek.MONDAY, "00:00", answerer, reachesRecord);
    }

    /** From one end of the gap round the week to its other end. */
    private static RosterShift allBut(DayOfWeek day, String from, String to) {
        return shift(day, to, day, from, "nurse", true);
    }

    private Roster roster(String from, String to, RosterShift... shifts) {
        return service.addRoster(ANN, stated(from, to, shifts));
    }

    private static NewRoster stated(String from, String to, RosterShift... shifts) {
        return new NewRoster(
                "on call",
                LocalDate.parse(from),
                to.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(to)),
                List.of(shifts));
    }

    private static CoverageGap gap(String from, String to, boolean answered) {
        return new CoverageGap(OffsetDateTime.parse(from), OffsetDateTime.parse(to), answered);
    }

    @Test
    void withoutARosterTheWholeMonthIsAGap() {
        assertEquals(
                List.of(gap("2025-03-01T00:00:00-05:00", "2025-04-01T00:00:00-04:00", false)),
                service.gaps(ANN, MARCH));
    }

    @Test
    void oneWhoAlwaysAnswersLeavesNone() {
        roster("2025-01-01", "", always("nurse", true));
        assertEquals(List.of(), service.gaps(ANN, MARCH));
        assertEquals(List.of(), service.gaps(ANN, NOVEMBER));
    }

    @Test
    void daysAndNightsTogetherCoverTheWeek() {
        List<RosterShift> shifts = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            shifts.add(shift(day, "08:00", day, "17:00", "office", true));
            shifts.add(shift(day, "17:00", day.plus(1), "08:00", "on call", true));
        }
        roster("2025-01-01", "", shifts.toArray(RosterShift[]::new));
        assertEquals(List.of(), service.gaps(ANN, MARCH));
        shifts.remove(13);
        roster("2025-01-01", "");
        service.changeRoster(
                ANN, service.rosters(ANN).get(0).id(), 1, stated("2025-01-01", "", shifts.toArray(RosterShift[]::new)));
        // nobody from Sunday evening to Monday morning
        assertEquals(
                gap("2025-03-02T17:00:00-05:00", "2025-03-03T08:00:00-05:00", false),
                service.gaps(ANN, MARCH).get(0));
        assertEquals(5, service.gaps(ANN, MARCH).size());
    }

    @Test
    void anHourThatDoesNotHappenIsNoGap() {
        roster("2025-01-01", "", allBut(DayOfWeek.SUNDAY, "02:00", "03:00"));
        assertEquals(
                List.of(
                        gap("2025-03-02T02:00:00-05:00", "2025-03-02T03:00:00-05:00", false),
                        gap("2025-03-16T02:00:00-04:00", "2025-03-16T03:00:00-04:00", false),
                        gap("2025-03-23T02:00:00-04:00", "2025-03-23T03:00:00-04:00", false),
                        gap("2025-03-30T02:00:00-04:00", "2025-03-30T03:00:00-04:00", false)),
                service.gaps(ANN, MARCH));
    }

    @Test
    void anHourThatHappensTwiceIsAGapOfTwo() {
        roster("2025-01-01", "", allBut(DayOfWeek.SUNDAY, "01:00", "02:00"));
        assertEquals(
                gap("2025-11-02T01:00:00-04:00", "2025-11-02T02:00:00-05:00", false),
                service.gaps(ANN, NOVEMBER).get(0));
        assertEquals(5, service.gaps(ANN, NOVEMBER).size());
    }

    @Test
    void rostersHoldOnTheirDaysOnlyAndAddUp() {
        roster("2025-03-01", "2025-03-10", always("nurse", true));
        roster("2025-03-12", "", always("other nurse", true));
        assertEquals(
                List.of(gap("2025-03-11T00:00:00-04:00", "2025-03-12T00:00:00-04:00", false)),
                service.gaps(ANN, MARCH));
        roster("2025-03-11", "2025-03-11", allBut(DayOfWeek.TUESDAY, "12:00", "12:01"));
        assertEquals(
                List.of(gap("2025-03-11T12:00:00-04:00", "2025-03-11T12:01:00-04:00", false)),
                service.gaps(ANN, MARCH));
    }

    @Test
    void whoCannotOpenTheRecordLeavesAGap() {
        roster("2025-01-01", "", always("answering service", false), allBut(DayOfWeek.SATURDAY, "10:00", "11:30"));
        assertEquals(
                gap("2025-03-01T10:00:00-05:00", "2025-03-01T11:30:00-05:00", true),
                service.gaps(ANN, MARCH).get(0));
    }

    @Test
    void saysWhoAnswersNow() {
        roster(
                "2025-01-01",
                "",
                always("answering service", false),
                shift(DayOfWeek.FRIDAY, "17:00", DayOfWeek.MONDAY, "08:00", "nurse", true));
        assertEquals(List.of("nurse", "answering service"), onDuty("2025-03-14T21:00:00Z"));
        assertEquals(List.of("answering service"), onDuty("2025-03-14T20:59:59Z"));
        assertEquals(List.of("nurse", "answering service"), onDuty("2025-03-17T11:59:59Z"));
        assertEquals(List.of("answering service"), onDuty("2025-03-17T12:00:00Z"));
        assertEquals(List.of(), onDuty("2024-12-31T12:00:00Z"));
    }

    private List<String> onDuty(String at) {
        return service.onDuty(ANN, OffsetDateTime.parse(at)).stream()
                .map(RosterShift::answerer)
                .toList();
    }

    private TestCall test(String at, boolean answered) {
        return service.logTestCall(
                ANN,
                new NewTestCall(
                        OffsetDateTime.parse(at),
                        "ann",
                        "555-0100",
                        answered ? Optional.of("nurse") : Optional.empty(),
                        40,
                        answered,
                        Optional.empty()));
    }

    @Test
    void testCallsBelongToTheirMonthHere() {
        // 23:59:30 on the 31st in New York, and midnight
        TestCall last = test("2025-04-01T03:59:30Z", true);
        test("2025-04-01T04:00:00Z", true);
        TestCall first = test("2025-03-01T00:00:00-05:00", false);
        test("2025-02-28T23:59:59-05:00", true);
        assertEquals(List.of(first, last), service.testCalls(ANN, MARCH));
        assertEquals(List.of(), service.testCalls(BOB_ELSEWHERE, MARCH));
        refused(ErrorCode.ARGUMENT_INVALID, () -> test("2025-12-01T16:01:01Z", true));
    }

    @Test
    void findsWhatIsMissing() {
        assertEquals(List.of(Outcome.HOLD, Outcome.WARNING, Outcome.WARNING), outcomes());
        Finding coverage = service.findings(ANN, MARCH).get(0);
        assertEquals("44580", coverage.facts().get("minutes"));
        assertTrue(service.findings(ANN, MARCH).stream()
                .allMatch(finding -> finding.change().isPresent()));

        roster("2025-01-01", "", always("nurse", true));
        test("2025-03-05T12:00:00Z", false);
        MessageChannel voice = new VoiceChannel();
        service.addChannel(voice, Map.of(Contract.ID, "voice", MessageChannel.KIND, "SPOKEN"));
        assertEquals(List.of(Outcome.MET, Outcome.WARNING, Outcome.WARNING), outcomes());
        test("2025-03-06T12:00:00Z", true);
        service.addChannel(new PortalChannel(), Map.of(Contract.ID, "portal", MessageChannel.KIND, "WRITTEN"));
        assertEquals(List.of(Outcome.MET, Outcome.MET, Outcome.MET), outcomes());
        service.removeChannel(voice);
        assertEquals(List.of(Outcome.MET, Outcome.MET, Outcome.WARNING), outcomes());
    }

    private List<Outcome> outcomes() {
        return service.findings(ANN, MARCH).stream().map(Finding::outcome).toList();
    }

    @Test
    void refusesYearsThatAreNone() {
        refused(ErrorCode.ARGUMENT_INVALID, () -> service.onDuty(ANN, OffsetDateTime.MAX));
        refused(ErrorCode.ARGUMENT_INVALID, () -> service.onDuty(ANN, OffsetDateTime.MIN));
        for (int year : new int[] {1999, 2200, Year.MAX_VALUE, Year.MIN_VALUE}) {
            ServiceMonth month = new ServiceMonth(YearMonth.of(year, 12));
            refused(ErrorCode.ARGUMENT_INVALID, () -> service.gaps(ANN, month));
            refused(ErrorCode.ARGUMENT_INVALID, () -> service.testCalls(ANN, month));
            refused(ErrorCode.ARGUMENT_INVALID, () -> service.findings(ANN, month));
        }
        refused(ErrorCode.ARGUMENT_INVALID, () -> stated("1999-12-31", ""));
        refused(ErrorCode.ARGUMENT_INVALID, () -> stated("2025-03-02", "2200-01-01"));
    }

    @Test
    void refusesARosterThatEndsBeforeItBeginsAndAShiftWithinAMinute() {
        refused(ErrorCode.ARGUMENT_INVALID, () -> stated("2025-03-02", "2025-03-01"));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> shift(DayOfWeek.MONDAY, "00:00:30", DayOfWeek.MONDAY, "01:00", "nurse", true));
        Roster roster = roster("2025-03-02", "");
        refused(ErrorCode.RECORD_CHANGED, () -> service.changeRoster(ANN, roster.id(), 2, stated("2025-03-02", "")));
        refused(
                ErrorCode.RECORD_ABSENT,
                () -> service.changeRoster(BOB_ELSEWHERE, roster.id(), 1, stated("2025-03-02", "")));
    }
}

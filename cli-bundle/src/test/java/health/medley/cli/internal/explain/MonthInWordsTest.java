package health.medley.cli.internal.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.CareTime;
import health.medley.core.Clause;
import health.medley.core.Finding;
import health.medley.core.Money;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.billing.Status;
import health.medley.core.chart.PatientChart;
import health.medley.core.practice.CarePlanState;
import health.medley.core.practice.Consent;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.Practice;
import health.medley.core.practice.Setting;
import health.medley.core.rules.RuleRef;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeRole;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MonthInWordsTest {

    private static final ServiceMonth MONTH = ServiceMonth.parse("2025-03");

    private static Finding finding(
            String code, Outcome outcome, String sentence, Map<String, String> facts, String file) {
        Optional<Clause> clause = file.isEmpty()
                ? Optional.empty()
                : Optional.of(new Clause(file, "path." + code, "Source", "2025-01-01"));
        Optional<String> change = outcome == Outcome.FAILED ? Optional.of("Mend " + code + ".") : Optional.empty();
        return new Finding(code, outcome, sentence, facts, clause, change);
    }

    private static Determination determination(String program, Status status, String reason, List<Finding> findings) {
        boolean billed = status == Status.BILL || status == Status.HOLD;
        return new Determination(
                "p1",
                MONTH,
                program,
                status,
                billed ? List.of(new CodeLine("99490", "", 1, ""), new CodeLine("99439", "", 2, "")) : List.of(),
                billed ? Money.parse("152.35") : Money.ZERO,
                reason,
                CareTime.ofMinutes(20),
                CareTime.NONE,
                billed ? Optional.of(LocalDate.of(2025, 3, 31)) : Optional.empty(),
                Optional.of(new RuleRef(program + "-2025", "1.0.0", "a".repeat(64))),
                Map.of("pooled_seconds", "1200", "care_plan", "Y", "other_codes", "G0181@P1"),
                "b".repeat(64),
                findings);
    }

    private static PatientMonth question() {
        Enrollment enrollment = new Enrollment(
                "p1",
                "ccm",
                "1999999018",
                "MD",
                "staff",
                new Consent(Optional.empty(), "", Set.of(), Optional.empty()),
                Optional.empty(),
                new CarePlanState(Optional.empty(), false),
                false);
        TimeEntry entry = new TimeEntry(
                "a1",
                "p1",
                OffsetDateTime.parse("2025-03-04T12:00:00-05:00"),
                OffsetDateTime.parse("2025-03-04T12:20:00-05:00"),
                "rn-1",
                TimeRole.STAFF,
                "call",
                "ccm");
        return new PatientMonth(
                MONTH,
                new Practice(
                        "Test\u001b[2J Practice",
                        "1999999034",
                        ZoneId.of("America/New_York"),
                        "11",
                        "national",
                        Setting.PFS),
                List.of(enrollment),
                new PatientChart("p1", Optional.empty(), Optional.empty(), List.of(), List.of(), List.of()),
                List.of(entry),
                MonthStatement.NOTHING,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private static Finding interval(String code, String entry, String from, String to, String sentence) {
        return finding(code, Outcome.NOTE, sentence, Map.of("entry", entry, "from", from, "to", to), "");
    }

    private static List<String> told(List<Determination> all, Optional<String> program) {
        return MonthInWords.of(question(), all, program);
    }

    @Test
    void tellsWhatIsNotMetBeforeWhatIs() {
        List<String> lines = told(
                List.of(determination(
                        "ccm",
                        Status.NO_BILL,
                        "NO_CARE_PLAN",
                        List.of(
                                finding(
                                        "NO_CONSENT",
                                        Outcome.MET,
                                        "A consent.",
                                        Map.of("care_plan", "Y"),
                                        "eligibility.yaml"),
                                finding(
                                        "NO_CARE_PLAN",
                                        Outcome.FAILED,
                                        "No plan.",
                                        Map.of("care_plan", "N"),
                                        "eligibility.yaml"),
                                finding("ALIVE", Outcome.MET, "The patient was alive.", Map.of(), "")))),
                Optional.empty());
        assertEquals("  Nothing of this program may be billed for the month.", lines.get(3));
        assertEquals("  Reason NO_CARE_PLAN: No plan.", lines.get(4));
        assertTrue(lines.indexOf("What stands against it") < lines.indexOf("What was checked and is met"));
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("NOT met  No plan.          care plan no")),
                String.join("\n", lines));
        assertTrue(lines.contains("  Mend NO_CARE_PLAN."));
        assertTrue(lines.stream().anyMatch(line -> line.endsWith("the platform itself")));
        assertTrue(
                lines.stream().noneMatch(line -> line.chars().anyMatch(Character::isISOControl)),
                "escapes are printed");
    }

    @Test
    void laysOutEveryIntervalInThePracticesZoneWithSums() {
        List<String> lines = told(
                List.of(determination(
                        "ccm",
                        Status.BILL,
                        "OK",
                        List.of(
                                interval(
                                        "TIME_UNCOUNTED_OTHER_MONTH",
                                        "a2",
                                        "2025-04-01T04:00:00Z",
                                        "2025-04-01T04:10:00Z",
                                        "10 min of entry a2 do not count: they lie outside the month."),
                                interval(
                                        "TIME_COUNTED",
                                        "a1",
                                        "2025-03-04T17:00:00Z",
                                        "2025-03-04T17:20:00Z",
                                        "20 min of entry a1 count.")))),
                Optional.empty());
        int time = lines.indexOf("Time");
        assertEquals(
                "2025-03-04 12:00:00      2025-03-04 12:20:00  20 min  yes     a1     staff, call, rn-1",
                lines.get(time + 3));
        assertEquals(
                "2025-04-01 00:00:00      2025-04-01 00:10:00  10 min  no      a2     they lie outside the month",
                lines.get(time + 4));
        assertEquals(
                "Counted: staff 20 min, practitioner 0 s, both together 20 min, each second once (the counted"
                        + " intervals are 20 min long).",
                lines.get(time + 6));
        assertEquals("Not counted: 10 min in 1 interval, because they lie outside the month.", lines.get(time + 7));
        assertFalse(lines.contains("What else there is to know"));
    }

    @Test
    void tellsRejectedAlternativesAndTheOtherProgramsOfTheMonth() {
        Finding alternative = finding(
                "ALTERNATIVE",
                Outcome.NOTE,
                "Instead.",
                Map.of("codes", "99491x1", "amount", "82.16", "why", "the declared track goes first"),
                "");
        List<Determination> all = List.of(
                determination("ccm", Status.HOLD, "OK", List.of(alternative)),
                determination("bhi", Status.NO_BILL, "TIME_BELOW_20", List.of()));
        List<String> lines = told(all, Optional.of("ccm"));
        assertTrue(
                lines.contains("bhi      NO_BILL                     0.00  TIME_BELOW_20"), String.join("\n", lines));
        assertTrue(lines.contains("99491x1   82.16  the declared track goes first"));
        assertTrue(lines.contains("ccm: HOLD  99490x1;99439x2  $152.35"));
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("bhi: ")), "only the program asked for is told");
        assertTrue(told(all, Optional.empty()).contains("bhi: NO_BILL"));
    }

    @Test
    void saysFactsAsPeopleDo() {
        assertEquals("staff time 39 min 10 s", FactWords.of("staff_seconds", "2350"));
        assertEquals(
                "care plan yes; consent date 2025-01-02",
                FactWords.of(new TreeMap<>(Map.of("care_plan", "Y", "consent_date", "2025-01-02"))));
        assertEquals("logged time many", FactWords.of("logged_seconds", "many"));
        assertEquals("Asthma, since 2020-01-01", FactWords.of("disease Asthma", "Asthma, since 2020-01-01"));
    }
}

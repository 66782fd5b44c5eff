package health.medley.billing.internal;

import health.medley.core.CareTime;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.practice.CarePlanState;
import health.medley.core.practice.Consent;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.OtherCode;
import health.medley.core.practice.Practice;
import health.medley.core.practice.Setting;
import health.medley.core.rules.RuleSet;
import health.medley.core.time.CountedInterval;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeQuestion;
import health.medley.core.time.TimeRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Months of one patient in several programs, for tests; every entry of a program counts. */
final class SetMonths {
    static final String OURS = "1999999018";
    static final String ANOTHER = "1999999026";

    private static final Set<String> TOLD = Set.of("availability", "cost-sharing", "one-practitioner", "right-to-stop");

    final ServiceMonth month;
    final List<Enrollment> enrollments = new ArrayList<>();
    final List<TimeEntry> entries = new ArrayList<>();
    final Map<String, String> extra = new TreeMap<>();
    final Map<String, String> events = new TreeMap<>();
    final List<OtherCode> codes = new ArrayList<>();
    String mdm = "moderate";
    Setting setting = Setting.PFS;
    Map<String, Map<String, String>> parameters = Map.of();

    SetMonths(String month) {
        this.month = ServiceMonth.parse(month);
    }

    SetMonths enroll(String program, String track) {
        return enroll(program, track, OURS);
    }

    SetMonths enroll(String program, String track, String npi) {
        LocalDate before = month.firstDay().minusDays(40);
        Consent consent = new Consent(Optional.of(before), "verbal", TOLD, Optional.empty());
        CarePlanState plan = new CarePlanState(Optional.of(before), true);
        enrollments.add(new Enrollment("p", program, npi, "MD", track, consent, Optional.empty(), plan, true));
        return this;
    }

    /** Minutes of work for a program from a minute of the tenth on. */
    SetMonths time(String program, TimeRole role, int from, int minutes) {
        OffsetDateTime start =
                month.value().atDay(10).atTime(8, 0).atOffset(ZoneOffset.UTC).plusMinutes(from);
        String performer = role == TimeRole.PRACTITIONER ? OURS : "nurse";
        entries.add(new TimeEntry(
                "e" + entries.size(), "p", start, start.plusMinutes(minutes), performer, role, "call", program));
        return this;
    }

    SetMonths staff(String program, int from, int minutes) {
        return time(program, TimeRole.STAFF, from, minutes);
    }

    PatientMonth question() {
        Practice practice = new Practice("p", "1999999034", ZoneId.of("UTC"), "11", "national", setting, parameters);
        return new PatientMonth(
                month,
                practice,
                enrollments,
                new PatientChart("p", Optional.empty(), Optional.empty(), List.of(), List.of(), List.of()),
                entries,
                new MonthStatement(mdm, "revised", codes, events, extra),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    static RuleBillingService billing() {
        return new RuleBillingService(
                FakePorts.eligible(question -> SamplePractice.eligible(3, VisitStanding.SEEN_IN_CHART)),
                FakePorts.ledger(SetMonths::count),
                FixedLibrary.shipped());
    }

    List<Determination> decide() {
        return billing().determine(FakePorts.CALLER, question());
    }

    static RuleSet rules(Determination answer) {
        return FixedLibrary.shipped().sets().stream()
                .filter(set -> set.ref().equals(answer.rules().orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    static CountedTime count(TimeQuestion question) {
        Set<Long> staff = new TreeSet<>();
        Set<Long> own = new TreeSet<>();
        List<CountedInterval> intervals = new ArrayList<>();
        long logged = 0;
        for (TimeEntry entry : question.entries()) {
            if (entry.program().equals(question.program())) {
                Instant from = entry.start().toInstant();
                Instant to = entry.end().toInstant();
                intervals.add(new CountedInterval(entry.id(), from, to, entry.role()));
                logged += to.getEpochSecond() - from.getEpochSecond();
                for (long minute = from.getEpochSecond(); minute < to.getEpochSecond(); minute += 60) {
                    (entry.role() == TimeRole.STAFF ? staff : own).add(minute);
                }
            }
        }
        Set<Long> pooled = new TreeSet<>(staff);
        pooled.addAll(own);
        return new CountedTime(
                CareTime.ofMinutes(staff.size()),
                CareTime.ofMinutes(own.size()),
                CareTime.ofMinutes(pooled.size()),
                new CareTime(logged),
                Map.of(),
                false,
                pooled.stream().findFirst().map(Instant::ofEpochSecond),
                List.of(),
                intervals);
    }
}

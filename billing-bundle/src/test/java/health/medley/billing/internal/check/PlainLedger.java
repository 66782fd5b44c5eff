package health.medley.billing.internal.check;

import health.medley.core.CareTime;
import health.medley.core.billing.PatientMonth;
import health.medley.core.practice.Enrollment;
import health.medley.core.time.CountedInterval;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeQuestion;
import health.medley.core.time.TimeRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Count the time of random months, for the engine as for the checker: plainly, in UTC. */
final class PlainLedger {
    private PlainLedger() {}

    /** Count what is asked, without what the engine has for it. */
    static CountedTime count(TimeQuestion question) {
        List<CountedInterval> counted = new ArrayList<>();
        List<LawfulChecker.Time> staff = new ArrayList<>();
        List<LawfulChecker.Time> personal = new ArrayList<>();
        LocalDate last = question.death()
                .filter(day -> question.month().contains(day))
                .orElse(question.month().lastDay());
        LocalDate from = question.countFrom()
                .filter(day -> day.isAfter(question.month().firstDay()))
                .orElse(question.month().firstDay());
        long begin = seconds(from);
        long end = question.death()
                        .filter(day -> day.isBefore(question.month().firstDay()))
                        .isPresent()
                ? begin
                : seconds(last.plusDays(1));
        for (TimeEntry entry : question.entries()) {
            boolean ours = entry.role() == TimeRole.STAFF || entry.performer().equals(question.practitioner());
            long start = Math.max(begin, entry.start().toEpochSecond());
            long stop = Math.min(end, entry.end().toEpochSecond());
            if (entry.program().equals(question.program())
                    && ours
                    && entry.role() != TimeRole.CLERICAL
                    && start < stop) {
                counted.add(new CountedInterval(
                        entry.id(), Instant.ofEpochSecond(start), Instant.ofEpochSecond(stop), entry.role()));
                boolean practitioner = entry.role() == TimeRole.PRACTITIONER;
                (practitioner ? personal : staff)
                        .add(new LawfulChecker.Time(start, stop, practitioner, question.program()));
            }
        }
        List<LawfulChecker.Time> both = new ArrayList<>(staff);
        both.addAll(personal);
        return new CountedTime(
                new CareTime(LawfulChecker.union(staff)),
                new CareTime(LawfulChecker.union(personal)),
                new CareTime(LawfulChecker.union(both)),
                new CareTime(
                        both.stream().mapToLong(time -> time.to() - time.from()).sum()),
                Map.of(),
                false,
                counted.stream().map(CountedInterval::from).min(Instant::compareTo),
                List.of(),
                counted);
    }

    /** The time that counts for an enrollment. */
    static List<LawfulChecker.Time> time(PatientMonth month, Enrollment enrollment) {
        TimeQuestion question = new TimeQuestion(
                month.month(),
                month.practice().zone(),
                enrollment.program(),
                enrollment.practitionerNpi(),
                enrollment.consent().date(),
                month.chart().deathDate(),
                Optional.empty(),
                List.of(),
                month.entries());
        return count(question).counted().stream()
                .map(counted -> new LawfulChecker.Time(
                        counted.from().getEpochSecond(),
                        counted.to().getEpochSecond(),
                        counted.role() == TimeRole.PRACTITIONER,
                        enrollment.program()))
                .toList();
    }

    private static long seconds(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}

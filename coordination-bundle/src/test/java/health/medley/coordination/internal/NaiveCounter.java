package health.medley.coordination.internal;

import health.medley.core.CareTime;
import health.medley.core.time.CountedInterval;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeExclusion;
import health.medley.core.time.TimeQuestion;
import health.medley.core.time.TimeRole;
import health.medley.core.time.UncountedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Count time by asking of every second of every entry, on the wall calendar, whether it counts. Slow and plain. */
final class NaiveCounter {
    private final TimeQuestion question;
    private final Set<Long> staff = new HashSet<>();
    private final Set<Long> practitioner = new HashSet<>();
    private final TreeSet<Long> pooled = new TreeSet<>();
    private final Map<TimeExclusion, Set<Long>> pooledIfLifted = new EnumMap<>(TimeExclusion.class);
    private final List<UncountedTime> uncounted = new ArrayList<>();
    private final List<CountedInterval> intervals = new ArrayList<>();
    private long logged;
    private boolean split;

    private NaiveCounter(TimeQuestion question) {
        this.question = question;
        for (TimeExclusion reason : TimeExclusion.values()) {
            pooledIfLifted.put(reason, new HashSet<>());
        }
    }

    static CountedTime count(TimeQuestion question) {
        NaiveCounter counter = new NaiveCounter(question);
        question.entries().stream().sorted(Comparator.comparing(TimeEntry::id)).forEach(counter::add);
        return counter.counted();
    }

    private void add(TimeEntry entry) {
        long end = entry.end().toEpochSecond();
        for (long second = entry.start().toEpochSecond(); second < end; second++) {
            Set<TimeExclusion> reasons = reasons(entry, second);
            if (reasons.isEmpty()) {
                (entry.role() == TimeRole.STAFF ? staff : practitioner).add(second);
                pooled.add(second);
                keep(entry, second);
                logged++;
                split |= isNeighbourInOtherMonth(entry, second - 1) || isNeighbourInOtherMonth(entry, second + 1);
            } else {
                note(entry, second, reasons.iterator().next());
            }
            for (TimeExclusion reason : TimeExclusion.values()) {
                if (reasons.isEmpty() || reasons.equals(EnumSet.of(reason))) {
                    pooledIfLifted.get(reason).add(second);
                }
            }
        }
    }

    private Set<TimeExclusion> reasons(TimeEntry entry, long second) {
        Set<TimeExclusion> reasons = EnumSet.noneOf(TimeExclusion.class);
        LocalDate day = dayOf(second);
        when(!entry.program().equals(question.program()), TimeExclusion.OTHER_PROGRAM, reasons);
        when(entry.role() == TimeRole.CLERICAL, TimeExclusion.NONCLINICAL, reasons);
        boolean byOther = !entry.performer().equals(question.practitioner());
        when(entry.role() == TimeRole.PRACTITIONER && byOther, TimeExclusion.OTHER_PRACTITIONER, reasons);
        when(!isInMonth(second), TimeExclusion.OTHER_MONTH, reasons);
        when(question.death().filter(day::isAfter).isPresent(), TimeExclusion.AFTER_DEATH, reasons);
        boolean consented =
                question.countFrom().filter(from -> !day.isBefore(from)).isPresent();
        when(!consented, TimeExclusion.BEFORE_CONSENT, reasons);
        when(question.countTo().filter(day::isAfter).isPresent(), TimeExclusion.AFTER_REVOCATION, reasons);
        boolean stays =
                question.stays().stream().anyMatch(stay -> !day.isBefore(stay.from()) && !day.isAfter(stay.to()));
        when(stays, TimeExclusion.DURING_STAY, reasons);
        return reasons;
    }

    private static void when(boolean holds, TimeExclusion reason, Set<TimeExclusion> reasons) {
        if (holds) {
            reasons.add(reason);
        }
    }

    private LocalDate dayOf(long second) {
        return Instant.ofEpochSecond(second).atZone(question.zone()).toLocalDate();
    }

    private boolean isInMonth(long second) {
        return YearMonth.from(dayOf(second)).equals(question.month().value());
    }

    private boolean isNeighbourInOtherMonth(TimeEntry entry, long second) {
        return second >= entry.start().toEpochSecond() && second < entry.end().toEpochSecond() && !isInMonth(second);
    }

    private void note(TimeEntry entry, long second, TimeExclusion why) {
        Instant from = Instant.ofEpochSecond(second);
        Instant to = Instant.ofEpochSecond(second + 1);
        UncountedTime last = uncounted.isEmpty() ? null : uncounted.get(uncounted.size() - 1);
        if (last != null && last.entry().equals(entry.id()) && last.to().equals(from) && last.why() == why) {
            uncounted.set(uncounted.size() - 1, new UncountedTime(entry.id(), last.from(), to, why));
        } else {
            uncounted.add(new UncountedTime(entry.id(), from, to, why));
        }
    }

    private void keep(TimeEntry entry, long second) {
        Instant from = Instant.ofEpochSecond(second);
        Instant to = Instant.ofEpochSecond(second + 1);
        CountedInterval last = intervals.isEmpty() ? null : intervals.get(intervals.size() - 1);
        if (last != null && last.entry().equals(entry.id()) && last.to().equals(from)) {
            intervals.set(intervals.size() - 1, new CountedInterval(entry.id(), last.from(), to, entry.role()));
        } else {
            intervals.add(new CountedInterval(entry.id(), from, to, entry.role()));
        }
    }

    private CountedTime counted() {
        Map<TimeExclusion, CareTime> more = new EnumMap<>(TimeExclusion.class);
        pooledIfLifted.forEach((reason, seconds) -> {
            if (seconds.size() > pooled.size()) {
                more.put(reason, new CareTime(seconds.size() - pooled.size()));
            }
        });
        return new CountedTime(
                new CareTime(staff.size()),
                new CareTime(practitioner.size()),
                new CareTime(pooled.size()),
                new CareTime(logged),
                more,
                split,
                pooled.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(pooled.first())),
                uncounted,
                intervals);
    }
}

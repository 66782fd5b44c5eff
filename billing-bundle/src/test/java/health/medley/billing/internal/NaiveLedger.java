package health.medley.billing.internal;

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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Count second by second, without thinking: slow and plainly right. */
final class NaiveLedger {
    private final TimeQuestion question;
    private final Set<Long> staff = new TreeSet<>();
    private final Set<Long> practitioner = new TreeSet<>();
    private final Map<TimeExclusion, Set<Long>> excluded = new EnumMap<>(TimeExclusion.class);
    private final List<UncountedTime> uncounted = new ArrayList<>();
    private final List<CountedInterval> intervals = new ArrayList<>();
    private long logged;
    private boolean split;

    private NaiveLedger(TimeQuestion question) {
        this.question = question;
    }

    static CountedTime count(TimeQuestion question) {
        NaiveLedger ledger = new NaiveLedger(question);
        question.entries().forEach(ledger::entry);
        return ledger.result();
    }

    private void entry(TimeEntry entry) {
        boolean counted = false;
        boolean otherMonth = false;
        for (long second = entry.start().toEpochSecond(); second < entry.end().toEpochSecond(); second++) {
            Optional<TimeExclusion> why = why(entry, second);
            if (why.isPresent()) {
                excluded.computeIfAbsent(why.get(), added -> new TreeSet<>()).add(second);
                otherMonth |= why.get() == TimeExclusion.OTHER_MONTH;
                uncounted.add(new UncountedTime(
                        entry.id(), Instant.ofEpochSecond(second), Instant.ofEpochSecond(second + 1), why.get()));
            } else {
                (entry.role() == TimeRole.STAFF ? staff : practitioner).add(second);
                intervals.add(new CountedInterval(
                        entry.id(), Instant.ofEpochSecond(second), Instant.ofEpochSecond(second + 1), entry.role()));
                logged++;
                counted = true;
            }
        }
        split |= counted && otherMonth;
    }

    private Optional<TimeExclusion> why(TimeEntry entry, long second) {
        LocalDate day = Instant.ofEpochSecond(second).atZone(question.zone()).toLocalDate();
        if (!entry.program().equals(question.program())) {
            return Optional.of(TimeExclusion.OTHER_PROGRAM);
        }
        if (entry.role() == TimeRole.CLERICAL) {
            return Optional.of(TimeExclusion.NONCLINICAL);
        }
        if (entry.role() == TimeRole.PRACTITIONER && !entry.performer().equals(question.practitioner())) {
            return Optional.of(TimeExclusion.OTHER_PRACTITIONER);
        }
        if (!question.month().contains(day)) {
            return Optional.of(TimeExclusion.OTHER_MONTH);
        }
        if (question.death().filter(day::isAfter).isPresent()) {
            return Optional.of(TimeExclusion.AFTER_DEATH);
        }
        boolean consented =
                question.countFrom().filter(from -> !day.isBefore(from)).isPresent();
        return consented ? Optional.empty() : Optional.of(TimeExclusion.BEFORE_CONSENT);
    }

    private CountedTime result() {
        Set<Long> pooled = new TreeSet<>(staff);
        pooled.addAll(practitioner);
        Map<TimeExclusion, CareTime> more = new EnumMap<>(TimeExclusion.class);
        excluded.forEach((why, seconds) -> {
            long added =
                    seconds.stream().filter(second -> !pooled.contains(second)).count();
            if (added > 0) {
                more.put(why, new CareTime(added));
            }
        });
        Optional<Instant> first = pooled.stream().findFirst().map(Instant::ofEpochSecond);
        return new CountedTime(
                new CareTime(staff.size()),
                new CareTime(practitioner.size()),
                new CareTime(pooled.size()),
                new CareTime(logged),
                more,
                split,
                first,
                uncounted,
                intervals);
    }
}

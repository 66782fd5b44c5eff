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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sort the parts of a question's entries into what counts and what does not. For one question and one thread. */
final class Tally {
    private static final TimeExclusion[] REASONS = TimeExclusion.values();
    private static final Comparator<CountedInterval> COUNTED_BY_ENTRY_THEN_TIME = Comparator.comparing(
                    CountedInterval::entry)
            .thenComparing(CountedInterval::from)
            .thenComparing(CountedInterval::to);
    private static final Comparator<UncountedTime> BY_ENTRY_THEN_TIME = Comparator.comparing(UncountedTime::entry)
            .thenComparing(UncountedTime::from)
            .thenComparing(UncountedTime::to)
            .thenComparing(UncountedTime::why);

    private final TimeQuestion question;
    private final Timeline timeline;
    private final Spans staff = new Spans();
    private final Spans practitioner = new Spans();
    private final Spans pooled = new Spans();
    private final @Nullable Spans[] excludedAlone = new @Nullable Spans[REASONS.length];
    private final List<UncountedTime> uncounted = new ArrayList<>();
    private final List<CountedInterval> intervals = new ArrayList<>();
    private boolean splitAtMonthEdge;

    Tally(TimeQuestion question) {
        this.question = question;
        this.timeline = Timeline.of(question);
    }

    /** Take an entry apart. */
    void add(TimeEntry entry) {
        long start = entry.start().toEpochSecond();
        long end = entry.end().toEpochSecond();
        int always = reasonsOf(entry);
        int segment = timeline.segmentAt(start);
        long partFrom = start;
        int partWhy = Integer.lowestOneBit(always | timeline.reasons(segment));
        while (start < end) {
            long partEnd = Math.min(end, timeline.segmentEnd(segment));
            int reasons = always | timeline.reasons(segment);
            int why = Integer.lowestOneBit(reasons);
            if (why != partWhy) {
                list(entry, partFrom, start, partWhy);
                partFrom = start;
                partWhy = why;
            }
            place(entry, start, partEnd, reasons);
            start = partEnd;
            segment++;
        }
        list(entry, partFrom, end, partWhy);
    }

    private int reasonsOf(TimeEntry entry) {
        int reasons = 0;
        if (!entry.program().equals(question.program())) {
            reasons |= Timeline.bit(TimeExclusion.OTHER_PROGRAM);
        }
        if (entry.role() == TimeRole.CLERICAL) {
            reasons |= Timeline.bit(TimeExclusion.NONCLINICAL);
        }
        if (entry.role() == TimeRole.PRACTITIONER && !entry.performer().equals(question.practitioner())) {
            reasons |= Timeline.bit(TimeExclusion.OTHER_PRACTITIONER);
        }
        return reasons;
    }

    private void place(TimeEntry entry, long start, long end, int reasons) {
        if (reasons == 0) {
            (entry.role() == TimeRole.PRACTITIONER ? practitioner : staff).add(start, end);
            pooled.add(start, end);
            splitAtMonthEdge |= start < end && isCutAtMonthEdge(entry, start, end);
        } else if (Integer.bitCount(reasons) == 1) {
            // lifting one of two reasons gains nothing, so only parts with a single reason can be gained
            alone(Integer.numberOfTrailingZeros(reasons)).add(start, end);
        }
    }

    private boolean isCutAtMonthEdge(TimeEntry entry, long start, long end) {
        return start == timeline.monthStart() && entry.start().toEpochSecond() < start
                || end == timeline.monthEnd() && entry.end().toEpochSecond() > end;
    }

    private Spans alone(int reason) {
        Spans spans = excludedAlone[reason];
        if (spans == null) {
            spans = new Spans();
            excludedAlone[reason] = spans;
        }
        return spans;
    }

    private void list(TimeEntry entry, long from, long to, int why) {
        if (from >= to) {
            return;
        }
        Instant first = Instant.ofEpochSecond(from);
        Instant end = Instant.ofEpochSecond(to);
        if (why == 0) {
            intervals.add(new CountedInterval(entry.id(), first, end, entry.role()));
        } else {
            uncounted.add(new UncountedTime(entry.id(), first, end, REASONS[Integer.numberOfTrailingZeros(why)]));
        }
    }

    /** Say what was counted. */
    CountedTime counted() {
        uncounted.sort(BY_ENTRY_THEN_TIME);
        intervals.sort(COUNTED_BY_ENTRY_THEN_TIME);
        long pooledSeconds = pooled.union();
        return new CountedTime(
                new CareTime(staff.union()),
                new CareTime(practitioner.union()),
                new CareTime(pooledSeconds),
                new CareTime(pooled.sum()),
                pooledMore(pooledSeconds),
                splitAtMonthEdge,
                pooled.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(pooled.first())),
                uncounted,
                intervals);
    }

    private Map<TimeExclusion, CareTime> pooledMore(long pooledSeconds) {
        Map<TimeExclusion, CareTime> more = new EnumMap<>(TimeExclusion.class);
        for (TimeExclusion reason : REASONS) {
            Spans spans = excludedAlone[reason.ordinal()];
            long gained = spans == null ? 0 : pooled.unionWith(spans) - pooledSeconds;
            if (gained > 0) {
                more.put(reason, new CareTime(gained));
            }
        }
        return more;
    }
}

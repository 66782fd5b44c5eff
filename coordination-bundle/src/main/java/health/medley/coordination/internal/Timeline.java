package health.medley.coordination.internal;

import health.medley.core.time.TimeExclusion;
import health.medley.core.time.TimeQuestion;
import health.medley.core.time.TimeStay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Cut the whole of time at the instants where the reasons not to count change: the month's edges, consent, death,
 * revocation and stays. Between two cuts the same set of reasons holds, whatever the entry.
 *
 * <p>A set of reasons is an int with one bit for each {@link TimeExclusion}, so that "this reason alone" is one
 * comparison.
 */
final class Timeline {
    private final long[] cuts;
    private final int[] reasons;
    private final long monthStart;
    private final long monthEnd;

    private Timeline(long[] cuts, int[] reasons, long monthStart, long monthEnd) {
        this.cuts = cuts;
        this.reasons = reasons;
        this.monthStart = monthStart;
        this.monthEnd = monthEnd;
    }

    /** Cut time for a question. */
    static Timeline of(TimeQuestion question) {
        ZoneId zone = question.zone();
        long monthStart = question.month().start(zone).getEpochSecond();
        long monthEnd = question.month().end(zone).getEpochSecond();
        long consent = question.countFrom().map(day -> startOf(day, zone)).orElse(Long.MAX_VALUE);
        long death = question.death().map(day -> endOf(day, zone)).orElse(Long.MAX_VALUE);
        long revoked = question.countTo().map(day -> endOf(day, zone)).orElse(Long.MAX_VALUE);

        int stays = question.stays().size();
        long[] from = new long[stays + 5];
        long[] to = new long[stays + 5];
        int[] reason = new int[stays + 5];
        set(0, from, to, reason, Long.MIN_VALUE, monthStart, TimeExclusion.OTHER_MONTH);
        set(1, from, to, reason, monthEnd, Long.MAX_VALUE, TimeExclusion.OTHER_MONTH);
        set(2, from, to, reason, Long.MIN_VALUE, consent, TimeExclusion.BEFORE_CONSENT);
        set(3, from, to, reason, death, Long.MAX_VALUE, TimeExclusion.AFTER_DEATH);
        set(4, from, to, reason, revoked, Long.MAX_VALUE, TimeExclusion.AFTER_REVOCATION);
        for (int i = 0; i < stays; i++) {
            TimeStay stay = question.stays().get(i);
            long first = startOf(stay.from(), zone);
            set(i + 5, from, to, reason, first, endOf(stay.to(), zone), TimeExclusion.DURING_STAY);
        }
        return cut(from, to, reason, monthStart, monthEnd);
    }

    private static void set(int at, long[] from, long[] to, int[] reason, long first, long end, TimeExclusion why) {
        from[at] = first;
        to[at] = end;
        reason[at] = bit(why);
    }

    private static Timeline cut(long[] from, long[] to, int[] reason, long monthStart, long monthEnd) {
        long[] cuts = new long[from.length * 2];
        System.arraycopy(from, 0, cuts, 0, from.length);
        System.arraycopy(to, 0, cuts, from.length, to.length);
        Arrays.sort(cuts);
        int[] reasons = new int[cuts.length];
        for (int segment = 0; segment < cuts.length; segment++) {
            for (int i = 0; i < from.length; i++) {
                if (from[i] <= cuts[segment] && cuts[segment] < to[i]) {
                    reasons[segment] |= reason[i];
                }
            }
        }
        return new Timeline(cuts, reasons, monthStart, monthEnd);
    }

    /** The bit of a reason in a set of reasons. */
    static int bit(TimeExclusion reason) {
        return 1 << reason.ordinal();
    }

    long monthStart() {
        return monthStart;
    }

    long monthEnd() {
        return monthEnd;
    }

    /** The segment that holds a second. The first cut lies before every second. */
    int segmentAt(long second) {
        int segment = 0;
        while (segment + 1 < cuts.length && cuts[segment + 1] <= second) {
            segment++;
        }
        return segment;
    }

    /** First second after a segment. */
    long segmentEnd(int segment) {
        return segment + 1 < cuts.length ? cuts[segment + 1] : Long.MAX_VALUE;
    }

    /** The reasons that hold all through a segment. */
    int reasons(int segment) {
        return reasons[segment];
    }

    private static long startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    private static long endOf(LocalDate day, ZoneId zone) {
        return day.equals(LocalDate.MAX) ? Long.MAX_VALUE : startOf(day.plusDays(1), zone);
    }
}

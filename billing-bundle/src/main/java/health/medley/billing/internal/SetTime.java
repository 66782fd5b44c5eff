package health.medley.billing.internal;

import health.medley.billing.internal.facts.FactText;
import health.medley.billing.internal.facts.Programs;
import health.medley.billing.internal.set.TimePools;
import health.medley.core.time.CountedInterval;
import health.medley.core.time.TimeRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Know which pool of time each fact of each entry counts, and how the pools overlap: counted intervals where there are
 * some, else a stated amount of its own.
 */
final class SetTime {
    /** Time of staff and practitioner together. */
    static final String POOLED = "pooled_seconds";
    /** The practitioner's own time. */
    static final String PERSONAL = "practitioner_seconds";
    /** Time of clinical staff. */
    static final String STAFF = "staff_seconds";

    private static final String TOGETHER = "distinct_minutes";
    /** Stated time has no place in the month; it is laid out after the end of all time, entry by entry. */
    private static final long STATED_FROM = 1L << 40;

    private static final long STATED_EACH = 1L << 30;

    private final List<SetEntry> entries;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<List<long[]>> intervals = new ArrayList<>();
    private long nextStated = STATED_FROM;

    SetTime(List<SetEntry> entries) {
        this.entries = entries;
    }

    /** Number of the pool a fact of an entry counts. */
    int pool(int entry, String fact) {
        return numbers.computeIfAbsent(entry + " " + source(entry, fact), key -> {
            intervals.add(intervals(entry, source(entry, fact)));
            return intervals.size() - 1;
        });
    }

    /** The pools; ask only after every pool has its number. */
    TimePools pools() {
        TimePools found = TimePools.ofIntervals(intervals);
        Optional<Long> together = entries.size() > 1
                ? Optional.empty()
                : FactText.minutes(entries.get(0).facts().getOrDefault(TOGETHER, ""));
        return together.<TimePools>map(most -> pools -> Math.min(most, found.union(pools)))
                .orElse(found);
    }

    /** The fact whose intervals a fact counts: one of the three of counted time, or the fact itself where it is stated. */
    private String source(int entry, String fact) {
        SetEntry of = entries.get(entry);
        String counted = Programs.platform()
                .timed(of.program())
                .filter(timed -> timed.seconds().equals(fact))
                .map(timed -> timed.personal() ? PERSONAL : POOLED)
                .orElse(fact);
        boolean known = counted.equals(POOLED) || counted.equals(PERSONAL) || counted.equals(STAFF);
        return known && seconds(of, fact) <= seconds(of, counted) ? counted : fact;
    }

    private List<long[]> intervals(int entry, String source) {
        SetEntry of = entries.get(entry);
        boolean counted = source.equals(POOLED) || source.equals(PERSONAL) || source.equals(STAFF);
        List<long[]> found = new ArrayList<>();
        for (CountedInterval interval : of.intervals()) {
            boolean personal = interval.role() == TimeRole.PRACTITIONER;
            if (counted && (source.equals(POOLED) || personal == source.equals(PERSONAL))) {
                found.add(new long[] {
                    interval.from().getEpochSecond(), interval.to().getEpochSecond()
                });
            }
        }
        return !found.isEmpty() ? found : counted ? statedByRole(entry, of, source) : stated(seconds(of, source));
    }

    /** Stated time of practitioner and staff: beside each other, and pooled both. */
    private List<long[]> statedByRole(int entry, SetEntry of, String source) {
        if (!of.intervals().isEmpty()) {
            return List.of();
        }
        long from = STATED_FROM / 2 + entry * STATED_EACH;
        long personal = seconds(of, PERSONAL);
        long pooled = Math.max(personal, seconds(of, POOLED));
        return switch (source) {
            case PERSONAL -> interval(from, from + personal);
            case STAFF -> interval(from + personal, from + pooled);
            default -> interval(from, from + pooled);
        };
    }

    private List<long[]> stated(long seconds) {
        nextStated += STATED_EACH;
        return interval(nextStated, nextStated + seconds);
    }

    private static List<long[]> interval(long from, long to) {
        return from < to ? List.of(new long[] {from, to}) : List.of();
    }

    private static long seconds(SetEntry entry, String fact) {
        return seconds(entry.facts(), fact);
    }

    /** Seconds that a fact says; 0 for none. */
    static long seconds(Map<String, String> facts, String fact) {
        return FactText.count(facts.getOrDefault(fact, "0")).orElse(0L);
    }

    /** The facts with no more than so many seconds of a fact, and the rest written down as another program's. */
    static Map<String, String> limited(
            Map<String, String> facts, String program, String fact, long most, String other) {
        long before = seconds(facts, fact);
        if (before <= most) {
            return facts;
        }
        Map<String, String> limited = new LinkedHashMap<>(facts);
        String own =
                Programs.platform().timed(program).map(Programs.Timed::seconds).orElse(fact);
        boolean pooled = fact.equals(POOLED) || fact.equals(own);
        List<String> less = pooled ? List.of(fact, own, POOLED, PERSONAL, STAFF) : List.of(fact);
        for (String name : less) {
            if (facts.containsKey(name) && seconds(facts, name) > most) {
                limited.put(name, Long.toString(most));
            }
        }
        limited.put("other_program_seconds", Long.toString(seconds(facts, "other_program_seconds") + before - most));
        limited.put("other_program", other);
        return limited;
    }
}

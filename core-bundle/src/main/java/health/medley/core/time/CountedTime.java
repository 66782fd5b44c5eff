package health.medley.core.time;

import health.medley.core.CareTime;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Say how much time counts, each second once, and what does not count and why.
 *
 * @param staff union of the counted staff intervals
 * @param practitioner union of the counted practitioner intervals
 * @param pooled union of both
 * @param logged sum of the counted intervals' lengths, before the union
 * @param pooledMore by reason, how much longer {@code pooled} would be if that reason alone did not exclude; reasons
 *     that would add nothing are left out
 * @param splitAtMonthEdge whether a counted interval was cut at the month's first or last second
 * @param firstCounted first counted second; empty if none
 * @param uncounted every part that does not count, in the order of entry id, then time
 * @param counted every part that counts, in the order of entry id, then time; their union is {@code pooled}
 */
public record CountedTime(
        CareTime staff,
        CareTime practitioner,
        CareTime pooled,
        CareTime logged,
        Map<TimeExclusion, CareTime> pooledMore,
        boolean splitAtMonthEdge,
        Optional<Instant> firstCounted,
        List<UncountedTime> uncounted,
        List<CountedInterval> counted) {

    /** Copy the collections. */
    public CountedTime {
        Objects.requireNonNull(staff, "staff");
        Objects.requireNonNull(practitioner, "practitioner");
        Objects.requireNonNull(pooled, "pooled");
        Objects.requireNonNull(logged, "logged");
        EnumMap<TimeExclusion, CareTime> more = new EnumMap<>(TimeExclusion.class);
        more.putAll(pooledMore);
        pooledMore = Collections.unmodifiableMap(more);
        Objects.requireNonNull(firstCounted, "firstCounted");
        uncounted = List.copyOf(uncounted);
        counted = List.copyOf(counted);
    }
}

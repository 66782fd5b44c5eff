package health.medley.billing.internal.month;

import health.medley.core.CareTime;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.ReviewCheck;
import health.medley.core.time.KeptTime;
import health.medley.core.time.PerformerOverlap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks whether the days that people recorded are days a person can work, each second of a person counted once. */
final class StaffDays {
    /** More is not believed of a person and a day. */
    private static final CareTime MOST = CareTime.ofMinutes(16 * 60);

    private final ZoneId zone;
    private final ServiceMonth month;
    private final Map<String, Intervals> byPerformer = new TreeMap<>();

    StaffDays(ZoneId zone, ServiceMonth month) {
        this.zone = zone;
        this.month = month;
    }

    /** Starts and ends of one person's work, in epoch seconds, as bare numbers: a month has hundreds of thousands. */
    private static final class Intervals {
        private long[] packed = new long[64];
        private int size;

        void add(long start, long end) {
            if (size == packed.length) {
                packed = Arrays.copyOf(packed, 2 * size);
            }
            // ordered by start, and an interval is shorter than a month
            packed[size++] = start << Integer.SIZE - 8 | Math.min(end - start, (1L << Integer.SIZE - 8) - 1);
        }

        List<long[]> union() {
            Arrays.sort(packed, 0, size);
            List<long[]> union = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                long start = packed[i] >> Integer.SIZE - 8;
                long end = start + (packed[i] & (1L << Integer.SIZE - 8) - 1);
                if (!union.isEmpty() && start <= union.get(union.size() - 1)[1]) {
                    long[] last = union.get(union.size() - 1);
                    last[1] = Math.max(last[1], end);
                } else {
                    union.add(new long[] {start, end});
                }
            }
            return union;
        }
    }

    void add(KeptTime entry) {
        long start = entry.start().toEpochSecond();
        long end = entry.end().toEpochSecond();
        if (start < end) {
            byPerformer
                    .computeIfAbsent(entry.performer(), added -> new Intervals())
                    .add(start, end);
        }
    }

    void find(ReviewFindings findings) {
        byPerformer.forEach((performer, intervals) -> {
            Map<LocalDate, Long> days = new TreeMap<>();
            intervals.union().forEach(interval -> split(interval, days));
            days.forEach((day, seconds) -> {
                if (seconds > MOST.seconds() && month.contains(day)) {
                    findings.add(
                            ReviewCheck.IMPOSSIBLE_DAY,
                            performer + " is recorded as working " + new CareTime(seconds).inWords() + " on " + day
                                    + ", more than " + MOST.inWords() + ".",
                            List.of(),
                            List.of(),
                            "Look at this person's entries of the day, and correct those whose times are wrong.");
                }
            });
        });
    }

    private void split(long[] interval, Map<LocalDate, Long> days) {
        long from = interval[0];
        while (from < interval[1]) {
            LocalDate day = Instant.ofEpochSecond(from).atZone(zone).toLocalDate();
            long next = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
            long to = Math.min(next, interval[1]);
            days.merge(day, to - from, Long::sum);
            from = to;
        }
    }

    /** People who are recorded with two patients at the same second. */
    void overlapping(List<PerformerOverlap> overlaps, ReviewFindings findings) {
        Map<String, List<String>> entries = new HashMap<>();
        for (PerformerOverlap overlap : overlaps) {
            List<String> ids = entries.computeIfAbsent(overlap.performer(), added -> new ArrayList<>());
            ids.add(overlap.entry());
            ids.add(overlap.other());
        }
        new TreeMap<>(entries)
                .forEach((performer, ids) -> findings.add(
                        ReviewCheck.OVERLAPPING_PATIENTS,
                        performer + " is recorded with two patients at the same time, in " + ids.size() / 2
                                + (ids.size() == 2 ? " pair" : " pairs") + " of entries.",
                        List.of(),
                        ids,
                        "Correct the times of one of each two entries."));
    }
}

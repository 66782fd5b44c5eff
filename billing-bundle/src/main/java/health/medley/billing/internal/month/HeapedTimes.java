package health.medley.billing.internal.month;

import health.medley.core.PatientRef;
import health.medley.core.billing.Determination;
import health.medley.core.billing.ReviewCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks whether the months' times crowd within seconds above a threshold of minutes. What is to be expected there is
 * taken from the minutes around it, which people who work until a threshold fill as well; work that is written down to
 * fit crowds the seconds.
 */
final class HeapedTimes {
    /** Thresholds of staff and of practitioner time, in minutes. */
    private static final List<Integer> STAFF = List.of(20, 40, 60);

    private static final List<Integer> PRACTITIONER = List.of(30, 60, 90);
    /** Seconds above a threshold that are looked at, and as many seconds around it as they are compared with. */
    private static final int WINDOW = 15;

    private static final int AROUND = 300;
    private static final int SECONDS = 60;
    /** Fewer months, or a smaller excess, may be chance. */
    private static final int FEWEST = 8;

    private static final double TIMES = 3;
    private static final double DEVIATIONS = 4;

    private final TreeMap<Long, List<PatientRef>> staff = new TreeMap<>();
    private final TreeMap<Long, List<PatientRef>> practitioner = new TreeMap<>();

    void add(DecidedMonth decided) {
        for (DecidedMonth.Program program : decided.programs()) {
            Determination found = program.determination();
            add(staff, found.staff().seconds(), decided.patient());
            add(practitioner, found.practitioner().seconds(), decided.patient());
        }
    }

    private static void add(TreeMap<Long, List<PatientRef>> times, long seconds, PatientRef patient) {
        if (seconds > 0) {
            times.computeIfAbsent(seconds, added -> new ArrayList<>(1)).add(patient);
        }
    }

    void find(ReviewFindings findings) {
        STAFF.forEach(minutes -> find("staff", staff, minutes, findings));
        PRACTITIONER.forEach(minutes -> find("practitioner", practitioner, minutes, findings));
    }

    private static void find(
            String whose, TreeMap<Long, List<PatientRef>> times, int minutes, ReviewFindings findings) {
        long threshold = (long) minutes * SECONDS;
        List<PatientRef> heap = between(times, threshold, threshold + WINDOW);
        int around = between(times, threshold - AROUND, threshold).size()
                + between(times, threshold + WINDOW, threshold + WINDOW + AROUND)
                        .size();
        double expected = around * (double) WINDOW / (2 * AROUND);
        boolean crowded = heap.size() >= FEWEST
                && heap.size() > TIMES * expected
                && heap.size() > expected + DEVIATIONS * Math.sqrt(expected);
        if (crowded) {
            findings.add(
                    ReviewCheck.HEAPED_TIMES,
                    heap.size() + " months end within " + WINDOW + " s above " + minutes + " min of " + whose
                            + " time, where the minutes around it let expect "
                            + String.format(Locale.ROOT, "%.1f", expected) + ".",
                    heap,
                    List.of(),
                    "Ask who recorded these times how they were taken; times are recorded as they were, not as they"
                            + " are needed.");
        }
    }

    private static List<PatientRef> between(TreeMap<Long, List<PatientRef>> times, long from, long before) {
        Map<Long, List<PatientRef>> part = times.subMap(from, before);
        return part.values().stream().flatMap(List::stream).toList();
    }
}

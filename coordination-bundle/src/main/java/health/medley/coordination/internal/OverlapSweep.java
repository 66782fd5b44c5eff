package health.medley.coordination.internal;

import health.medley.core.time.PerformerOverlap;
import health.medley.core.time.TimeEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Sweep through time and pair each entry with the open entries of the same performer and other patients.
 *
 * <p>The open entries are kept by patient, so that a patient's own overlaps cost nothing: n log n for the sorting, and
 * then every step finds a pair. For one question and one thread.
 */
public final class OverlapSweep {
    private static final Comparator<TimeEntry> BY_PERFORMER_THEN_ID = Comparator.comparing(TimeEntry::performer)
            .thenComparing(TimeEntry::id)
            .thenComparing(TimeEntry::patient)
            .thenComparing(TimeEntry::start, Comparator.comparing(start -> start.toEpochSecond()))
            .thenComparing(TimeEntry::end, Comparator.comparing(end -> end.toEpochSecond()));

    private final TimeEntry[] ranked;
    private final PairLog pairs = new PairLog(PairLog.MOST_PAIRS);
    private final Map<String, Set<Integer>> openByPatient = new LinkedHashMap<>();
    private final PriorityQueue<Integer> openByEnd;

    /** Look at these entries, of any number of people and patients. */
    public OverlapSweep(List<TimeEntry> entries) {
        ranked = entries.stream()
                .filter(entry -> entry.start().toEpochSecond() < entry.end().toEpochSecond())
                .sorted(BY_PERFORMER_THEN_ID)
                .toArray(TimeEntry[]::new);
        openByEnd = new PriorityQueue<>(Comparator.comparingLong(this::end));
    }

    /** Find the pairs, in the order of performer, then entry id. */
    public List<PerformerOverlap> find() {
        int from = 0;
        while (from < ranked.length) {
            int to = from + 1;
            while (to < ranked.length && ranked[to].performer().equals(ranked[from].performer())) {
                to++;
            }
            sweep(from, to);
            from = to;
        }
        pairs.sort(ranked.length);
        List<PerformerOverlap> overlaps = new ArrayList<>(pairs.size());
        for (int pair = 0; pair < pairs.size(); pair++) {
            TimeEntry entry = ranked[pairs.first(pair)];
            overlaps.add(new PerformerOverlap(entry.performer(), entry.id(), ranked[pairs.second(pair)].id()));
        }
        return List.copyOf(overlaps);
    }

    private void sweep(int from, int to) {
        openByPatient.clear();
        openByEnd.clear();
        List<Integer> byStart = new ArrayList<>(to - from);
        for (int rank = from; rank < to; rank++) {
            byStart.add(rank);
        }
        byStart.sort(Comparator.comparingLong(this::start));
        for (Integer rank : byStart) {
            closeUntil(start(rank));
            pairWithOtherPatients(rank);
            openByPatient
                    .computeIfAbsent(ranked[rank].patient(), patient -> new LinkedHashSet<>())
                    .add(rank);
            openByEnd.add(rank);
        }
    }

    private void closeUntil(long second) {
        while (!openByEnd.isEmpty() && end(openByEnd.element()) <= second) {
            Integer rank = openByEnd.remove();
            // a patient without open entries must not be walked past again and again
            openByPatient.computeIfPresent(ranked[rank].patient(), (patient, open) -> {
                open.remove(rank);
                return open.isEmpty() ? null : open;
            });
        }
    }

    private void pairWithOtherPatients(Integer rank) {
        openByPatient.forEach((patient, open) -> {
            if (!patient.equals(ranked[rank].patient())) {
                open.forEach(other -> pairs.add(rank, other));
            }
        });
    }

    private long start(Integer rank) {
        return ranked[rank].start().toEpochSecond();
    }

    private long end(Integer rank) {
        return ranked[rank].end().toEpochSecond();
    }
}

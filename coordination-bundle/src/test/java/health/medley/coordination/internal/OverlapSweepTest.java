package health.medley.coordination.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.time.PerformerOverlap;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeRole;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OverlapSweepTest {
    private static final long BASE = Instant.parse("2025-03-05T15:00:00Z").getEpochSecond();

    @Test
    void flagsOnePersonWithTwoPatientsAtOnce() {
        List<TimeEntry> entries = List.of(
                entry("B", "p2", "rn-1", 5, 15), entry("A", "p1", "rn-1", 0, 10), entry("C", "p3", "rn-2", 0, 20));
        assertEquals(List.of(new PerformerOverlap("rn-1", "A", "B")), new OverlapSweep(entries).find());
    }

    @Test
    void leavesAlonePatientsInTurnTheSamePatientTwiceAndIntervalsWithoutLength() {
        List<TimeEntry> entries = List.of(
                entry("A", "p1", "rn-1", 0, 10),
                entry("B", "p2", "rn-1", 10, 20),
                entry("C", "p2", "rn-1", 15, 18),
                entry("D", "p3", "rn-1", 5, 5));
        assertEquals(List.of(), new OverlapSweep(entries).find());
    }

    @RepeatedTest(300)
    void findsWhatComparingEveryPairFinds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<TimeEntry> entries = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            int start = random.nextInt(300);
            entries.add(entry(
                    "E" + i, "p" + random.nextInt(5), "rn-" + random.nextInt(3), start, start + random.nextInt(40)));
        }
        Collections.shuffle(entries, random);
        assertEquals(everyPair(entries), new OverlapSweep(entries).find());
    }

    @Test
    void onePatientsManyOverlapsCostNoPairs() {
        List<TimeEntry> entries = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            entries.add(entry("E" + i, "p1", "rn-1", i, 40_000));
        }
        entries.add(entry("X", "p2", "rn-1", 39_999, 40_001));
        assertEquals(20_000, new OverlapSweep(entries).find().size());
    }

    @Test
    void refusesMorePairsThanCanBeHeldAndSaysWhatToDo() {
        PairLog pairs = new PairLog(2);
        pairs.add(0, 1);
        pairs.add(2, 1);
        MedleyException refused = assertThrows(MedleyException.class, () -> pairs.add(0, 2));
        assertEquals(ErrorCode.ARGUMENT_INVALID, refused.code());
        assertTrue(refused.getMessage().contains("more than 2 overlapping pairs"), refused.getMessage());
    }

    private static List<PerformerOverlap> everyPair(List<TimeEntry> entries) {
        List<TimeEntry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparing(TimeEntry::performer).thenComparing(TimeEntry::id));
        List<PerformerOverlap> found = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = i + 1; j < ordered.size(); j++) {
                TimeEntry one = ordered.get(i);
                TimeEntry other = ordered.get(j);
                boolean together =
                        one.start().isBefore(other.end()) && other.start().isBefore(one.end());
                boolean empty = one.start().equals(one.end()) || other.start().equals(other.end());
                boolean concerned = one.performer().equals(other.performer())
                        && !one.patient().equals(other.patient());
                if (together && !empty && concerned) {
                    found.add(new PerformerOverlap(one.performer(), one.id(), other.id()));
                }
            }
        }
        return found;
    }

    private static TimeEntry entry(String id, String patient, String performer, long start, long end) {
        return new TimeEntry(
                id,
                patient,
                Instant.ofEpochSecond(BASE + start).atOffset(ZoneOffset.UTC),
                Instant.ofEpochSecond(BASE + end).atOffset(ZoneOffset.UTC),
                performer,
                TimeRole.STAFF,
                "call",
                "ccm");
    }
}

package health.medley.coordination.internal.time;

import health.medley.coordination.internal.OverlapSweep;
import health.medley.core.time.KeptTime;
import health.medley.core.time.PerformerOverlap;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeReader;
import health.medley.core.time.TimeRole;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes down who worked when, as little of each entry as finding overlaps needs: a month of a large practice has
 * hundreds of thousands.
 */
final class ShiftLog implements TimeReader<ShiftLog> {

    private final Map<String, List<Shift>> byPerformer = new TreeMap<>();
    private final Map<String, String> patients = new HashMap<>();

    private record Shift(String id, String patient, long start, int seconds) {}

    @Override
    public boolean take(KeptTime time) {
        String patient = patients.computeIfAbsent(time.patient().value(), same -> same);
        long start = time.start().toEpochSecond();
        Shift shift = new Shift(time.id(), patient, start, (int) (time.end().toEpochSecond() - start));
        byPerformer
                .computeIfAbsent(time.performer(), performer -> new ArrayList<>())
                .add(shift);
        return true;
    }

    @Override
    public ShiftLog result() {
        return this;
    }

    /** Every overlap of one person's work for two patients, in the order of the person's name, then the entry's id. */
    List<PerformerOverlap> overlaps() {
        List<PerformerOverlap> found = new ArrayList<>();
        byPerformer.forEach((performer, shifts) -> found.addAll(new OverlapSweep(
                        shifts.stream().map(shift -> entry(performer, shift)).toList())
                .find()));
        return List.copyOf(found);
    }

    private static TimeEntry entry(String performer, Shift shift) {
        return new TimeEntry(
                shift.id(),
                shift.patient(),
                Instant.ofEpochSecond(shift.start()).atOffset(ZoneOffset.UTC),
                Instant.ofEpochSecond(shift.start() + shift.seconds()).atOffset(ZoneOffset.UTC),
                performer,
                TimeRole.STAFF,
                "other",
                "any");
    }
}

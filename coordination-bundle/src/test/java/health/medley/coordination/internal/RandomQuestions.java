package health.medley.coordination.internal;

import health.medley.core.ServiceMonth;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeQuestion;
import health.medley.core.time.TimeRole;
import health.medley.core.time.TimeStay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Make random questions whose entries crowd around the instants where something changes: the month's edges, a change
 * of the clocks, consent, death, revocation, stays. Same seed, same questions.
 */
final class RandomQuestions {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("Pacific/Auckland"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Europe/London"),
            ZoneOffset.UTC);
    private static final String OURS = "1999999018";
    private static final int NEAR_SECONDS = 240;
    private static final int LONGEST_SECONDS = 420;

    private final Random random;

    RandomQuestions(long seed) {
        random = new Random(seed);
    }

    TimeQuestion next() {
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        ServiceMonth month = ServiceMonth.parse(
                "202" + (4 + random.nextInt(3)) + "-" + String.format("%02d", 1 + random.nextInt(12)));
        Optional<LocalDate> consent = random.nextInt(12) == 0
                ? Optional.empty()
                : Optional.of(
                        random.nextInt(3) == 0 ? dayIn(month) : month.firstDay().minusDays(random.nextInt(3)));
        Optional<LocalDate> death = random.nextInt(3) == 0 ? Optional.of(dayIn(month)) : Optional.empty();
        Optional<LocalDate> countTo = random.nextInt(4) == 0 ? Optional.of(dayIn(month)) : Optional.empty();
        List<TimeStay> stays = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            LocalDate from = dayIn(month);
            stays.add(new TimeStay(from, from.plusDays(random.nextInt(4)), "inpatient"));
        }
        List<Instant> anchors = anchors(zone, month, consent, death, countTo, stays);
        List<TimeEntry> entries = new ArrayList<>();
        for (int id = random.nextInt(9); id >= 0; id--) {
            entries.add(entry("E" + id, anchors.get(random.nextInt(anchors.size()))));
        }
        return new TimeQuestion(month, zone, "ccm", OURS, consent, death, countTo, stays, entries);
    }

    private LocalDate dayIn(ServiceMonth month) {
        return month.firstDay().plusDays(random.nextInt(month.value().lengthOfMonth()));
    }

    private List<Instant> anchors(
            ZoneId zone,
            ServiceMonth month,
            Optional<LocalDate> consent,
            Optional<LocalDate> death,
            Optional<LocalDate> countTo,
            List<TimeStay> stays) {
        List<Instant> anchors = new ArrayList<>(List.of(month.start(zone), month.end(zone)));
        anchors.add(dayIn(month).atTime(12, 0).atZone(zone).toInstant());
        ZoneOffsetTransition change = zone.getRules().nextTransition(month.start(zone));
        if (change != null && change.getInstant().isBefore(month.end(zone))) {
            anchors.add(change.getInstant());
        }
        consent.ifPresent(day -> anchors.add(start(day, zone)));
        death.ifPresent(day -> anchors.add(start(day.plusDays(1), zone)));
        countTo.ifPresent(day -> anchors.add(start(day.plusDays(1), zone)));
        stays.forEach(stay -> {
            anchors.add(start(stay.from(), zone));
            anchors.add(start(stay.to().plusDays(1), zone));
        });
        return anchors;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private TimeEntry entry(String id, Instant anchor) {
        Instant start = anchor.plusSeconds(random.nextInt(2 * NEAR_SECONDS) - NEAR_SECONDS);
        Instant end = start.plusSeconds(random.nextInt(10) == 0 ? 0 : random.nextInt(LONGEST_SECONDS));
        TimeRole role = random.nextInt(6) == 0 ? TimeRole.CLERICAL : TimeRole.values()[random.nextInt(2)];
        String performer = role == TimeRole.PRACTITIONER && random.nextInt(3) > 0 ? OURS : "1999999026";
        // offsets as recorded must not matter, only the instants
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(53) - 26) * 1800);
        String program = random.nextInt(6) == 0 ? "rpm" : "ccm";
        return new TimeEntry(id, "p", start.atOffset(offset), end.atOffset(offset), performer, role, "call", program);
    }
}

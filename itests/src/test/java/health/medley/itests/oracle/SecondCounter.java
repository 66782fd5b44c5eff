package health.medley.itests.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Count time second by second: for each second of each entry, ask the calendar which day it is and why it may not count. */
final class SecondCounter {

    /** Why a second does not count. */
    enum Why {
        CONSENT,
        CLERICAL,
        DEATH,
        OTHER_PROGRAM,
        OTHER_MONTH,
        OTHER_PRACTITIONER,
        INPATIENT,
        SNF
    }

    /** Days from one to another, both included. */
    record Stay(LocalDate from, LocalDate to, Why why) {}

    /** One entry of the activity file. */
    record Entry(String id, OffsetDateTime start, OffsetDateTime end, String performer, String role, String program) {}

    private final YearMonth month;
    private final ZoneId zone;
    private final String npi;
    private final Optional<LocalDate> consent;
    private final Optional<LocalDate> death;
    private final List<Stay> stays;
    private long base;

    final BitSet staff = new BitSet();
    final BitSet practitioner = new BitSet();
    final Map<Why, BitSet> staffBut = new EnumMap<>(Why.class);
    final Map<Why, BitSet> practitionerBut = new EnumMap<>(Why.class);
    final Set<String> otherPrograms = new java.util.TreeSet<>();
    long staffSum;
    long practitionerSum;
    boolean split;

    SecondCounter(
            YearMonth month,
            ZoneId zone,
            String npi,
            Optional<LocalDate> consent,
            Optional<LocalDate> death,
            List<Stay> stays) {
        this.month = month;
        this.zone = zone;
        this.npi = npi;
        this.consent = consent;
        this.death = death;
        this.stays = stays;
        for (Why why : Why.values()) {
            staffBut.put(why, new BitSet());
            practitionerBut.put(why, new BitSet());
        }
    }

    SecondCounter count(String program, List<Entry> entries) {
        base = entries.stream()
                .mapToLong(entry -> entry.start().toEpochSecond())
                .min()
                .orElse(0);
        for (Entry entry : entries) {
            count(program, entry);
        }
        return this;
    }

    private void count(String program, Entry entry) {
        Set<Why> ofEntry = EnumSet.noneOf(Why.class);
        boolean personally = entry.role().equals("practitioner");
        if (!entry.program().equals(program)) {
            ofEntry.add(Why.OTHER_PROGRAM);
            otherPrograms.add(entry.program());
        }
        if (entry.role().equals("clerical")) {
            ofEntry.add(Why.CLERICAL);
        }
        if (personally && !entry.performer().equals(npi)) {
            ofEntry.add(Why.OTHER_PRACTITIONER);
        }
        boolean counted = false;
        boolean outside = false;
        for (long second = entry.start().toEpochSecond(); second < entry.end().toEpochSecond(); second++) {
            Set<Why> reasons = EnumSet.copyOf(ofEntry);
            addDayReasons(second, reasons);
            outside |= reasons.contains(Why.OTHER_MONTH);
            if (reasons.isEmpty()) {
                counted = true;
                set(personally ? practitioner : staff, second);
                if (personally) {
                    practitionerSum++;
                } else {
                    staffSum++;
                }
            } else if (reasons.size() == 1) {
                Why why = reasons.iterator().next();
                set((personally ? practitionerBut : staffBut).get(why), second);
            }
        }
        split |= counted && outside;
    }

    private void addDayReasons(long second, Set<Why> reasons) {
        LocalDate day = Instant.ofEpochSecond(second).atZone(zone).toLocalDate();
        if (!YearMonth.from(day).equals(month)) {
            reasons.add(Why.OTHER_MONTH);
        }
        if (consent.isPresent() && day.isBefore(consent.get())) {
            reasons.add(Why.CONSENT);
        }
        if (death.isPresent() && day.isAfter(death.get())) {
            reasons.add(Why.DEATH);
        }
        for (Stay stay : stays) {
            if (!day.isBefore(stay.from()) && !day.isAfter(stay.to())) {
                reasons.add(stay.why());
            }
        }
    }

    private void set(BitSet seconds, long second) {
        seconds.set(Math.toIntExact(second - base));
    }

    /** Local day of the first counted second. */
    Optional<LocalDate> firstDay() {
        int first = union(staff, practitioner).nextSetBit(0);
        return first < 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(base + first).atZone(zone).toLocalDate());
    }

    /** Seconds of both, each once. */
    static long size(BitSet... sets) {
        return union(sets).cardinality();
    }

    static BitSet union(BitSet... sets) {
        BitSet all = new BitSet();
        for (BitSet set : sets) {
            all.or(set);
        }
        return all;
    }
}

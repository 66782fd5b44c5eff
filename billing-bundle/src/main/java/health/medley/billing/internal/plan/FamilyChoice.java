package health.medley.billing.internal.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Choose the family of codes and count its units. Allocates nothing. Immutable. */
public final class FamilyChoice {
    private static final int AS_IT_IS = -1;
    private static final long[] NO_TRACK = {0};
    private static final long HELD = 1L << 32;

    private final CodeRule[] bases;
    private final CodeRule[][] addOns;
    private final FamilyNeeds needs;
    private final long[][] tracks;
    private final long[] anyTrack;
    private final int[] all;
    private final boolean highestAmount;
    private final FamilyAmounts amounts;
    private final int track;

    FamilyChoice(PlanParts parts, FamilyNeeds needs) {
        Family[] families = parts.families().toArray(Family[]::new);
        this.bases = new CodeRule[families.length];
        this.addOns = new CodeRule[families.length][];
        for (int i = 0; i < families.length; i++) {
            bases[i] = families[i].base();
            addOns[i] = families[i].addOns().toArray(CodeRule[]::new);
        }
        this.needs = needs;
        this.all = IntStream.range(0, families.length).toArray();
        this.highestAmount = parts.highestAmount();
        Slots slots = parts.slots();
        this.tracks = tracks(parts.tracks(), slots);
        this.anyTrack = row(parts.tracks().get(PlanParts.ANY_TRACK), 0);
        this.track = slots.ofMechanism("declared_track");
        this.amounts = new FamilyAmounts(parts);
    }

    private static long[][] tracks(Map<String, int[]> tracks, Slots slots) {
        long[][] rows = new long[tracks.size()][];
        int next = 0;
        for (Map.Entry<String, int[]> entry : tracks.entrySet()) {
            rows[next++] = row(entry.getValue(), slots.ordinal("declared_track", entry.getKey()));
        }
        return rows;
    }

    private static long[] row(int @Nullable [] families, long track) {
        if (families == null) {
            return NO_TRACK;
        }
        long[] row = new long[1 + families.length];
        row[0] = track;
        for (int i = 0; i < families.length; i++) {
            row[i + 1] = families[i];
        }
        return row;
    }

    /** Whether the declared track is one the rules know. */
    boolean knows(FactView facts) {
        return trackRow(facts).length > 1;
    }

    long choose(FactView facts) {
        return choose(facts, AS_IT_IS, AS_IT_IS, 0);
    }

    private long choose(FactView facts, int target, int counted, long more) {
        return highestAmount ? highest(facts, target, counted, more) : declared(facts, target, counted, more);
    }

    private long declared(FactView facts, int target, int counted, long more) {
        long[] row = trackRow(facts);
        for (int i = 1; i < row.length; i++) {
            int family = (int) row[i];
            long time = time(bases[family], facts, target, counted, more);
            if (meets(family, facts, time)) {
                return lines(family, facts, target, counted, more);
            }
        }
        return PlanDecision.noLines();
    }

    /** The families the facts' track tries, after the track's own number; nothing for a track the rules do not know. */
    long[] trackRow(FactView facts) {
        long declared = track < 0 ? 0 : facts.value(track);
        for (long[] row : tracks) {
            if (row[0] == declared) {
                return row;
            }
        }
        return anyTrack;
    }

    private long highest(FactView facts, int target, int counted, long more) {
        int period = amounts.period(facts);
        boolean facility = amounts.inFacility(facts);
        long best = PlanDecision.noLines();
        long paid = 0;
        for (int family : all) {
            long time = time(bases[family], facts, target, counted, more);
            if (meets(family, facts, time)) {
                long lines = lines(family, facts, target, counted, more);
                long amount = amounts.amount(family, lines, period, facility);
                if (amount > paid) {
                    paid = amount;
                    best = lines;
                }
            }
        }
        return best;
    }

    long time(CodeRule code, FactView facts, int target, int counted, long more) {
        if (code.timeSlot() < 0) {
            return FactView.ABSENT;
        }
        boolean meant = code.timeSlot() == target;
        long time = facts.value(meant && counted >= 0 ? counted : code.timeSlot());
        return (time == FactView.ABSENT ? 0 : time) + (meant ? more : 0);
    }

    private boolean meets(int family, FactView facts, long time) {
        CodeRule base = bases[family];
        return (base.timeSlot() < 0 || time >= base.floor()) && needs.valid(family, facts) && needs.met(family, facts);
    }

    /** Place of the first reason for which an add-on is not billed though its time is reached. */
    int unmetOfAddOns(int family, FactView facts) {
        int reason = PlanDecision.NO_REASON;
        CodeRule[] further = addOns[family];
        for (int i = 0; i < further.length; i++) {
            if (needs.valid(family, i, facts) && unitsOf(further[i], time(further[i], facts)) > 0) {
                reason = Math.min(reason, needs.unmet(family, i, facts));
            }
        }
        return reason;
    }

    private long lines(int family, FactView facts, int target, int counted, long more) {
        long lines = PlanDecision.lines(family, 1);
        CodeRule[] further = addOns[family];
        for (int i = 0; i < further.length; i++) {
            CodeRule addOn = further[i];
            if (needs.valid(family, i, facts) && needs.met(family, i, facts)) {
                long units = unitsOf(addOn, time(addOn, facts, target, counted, more));
                lines |= PlanDecision.units(i, Math.min(units, addOn.cap()));
            }
        }
        return lines;
    }

    /** Counted seconds of a code; 0 if none are given, {@link FactView#ABSENT} if it takes no time. */
    long time(CodeRule code, FactView facts) {
        return time(code, facts, AS_IT_IS, AS_IT_IS, 0);
    }

    /** Units of an add-on that an amount of time gives, its cap aside; one for an add-on that takes no time. */
    public static long unitsOf(CodeRule addOn, long seconds) {
        if (addOn.timeSlot() < 0) {
            return 1;
        }
        long beyond = seconds - addOn.floor();
        if (beyond < addOn.each()) {
            return 0;
        }
        // dividing ints is several times cheaper than dividing longs, and a month has fewer seconds than an int holds
        return beyond <= Integer.MAX_VALUE ? (int) beyond / (int) addOn.each() : beyond / addOn.each();
    }

    boolean changesWith(FactView facts, long lines, int more, int to) {
        long seconds = facts.value(more);
        return seconds != FactView.ABSENT
                && seconds > 0
                && choose(facts, to, AS_IT_IS, seconds) != PlanDecision.lines(lines);
    }

    boolean changesCounting(FactView facts, long lines, int counted, int insteadOf) {
        return facts.value(counted) != facts.value(insteadOf)
                && choose(facts, insteadOf, counted, 0) != PlanDecision.lines(lines);
    }

    /** Which caps the time goes beyond: the first reason, of a cap that holds if one does, and whether one does. */
    long overCap(FactView facts, long lines) {
        int reason = PlanDecision.NO_REASON;
        boolean held = false;
        for (CodeRule addOn : addOns[PlanDecision.family(lines)]) {
            long time = time(addOn, facts, AS_IT_IS, AS_IT_IS, 0);
            if (time >= addOn.floor() + addOn.each() * (addOn.cap() + 1L)) {
                if (held == addOn.holdBeyond()) {
                    reason = Math.min(reason, addOn.capReason());
                } else if (addOn.holdBeyond()) {
                    reason = addOn.capReason();
                    held = true;
                }
            }
        }
        return reason | (held ? HELD : 0);
    }

    static int capReason(long overCap) {
        return (int) (overCap & ~HELD);
    }

    static boolean heldByCap(long overCap) {
        return (overCap & HELD) != 0;
    }

    boolean feeMissing(FactView facts, long lines) {
        return amounts.feeMissing(facts, lines);
    }

    /** The families tried for the facts, in order. */
    public int[] tried(FactView facts) {
        if (highestAmount) {
            return all.clone();
        }
        return Arrays.stream(trackRow(facts))
                .skip(1)
                .mapToInt(family -> (int) family)
                .toArray();
    }
}

package health.medley.billing.internal.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** Choose the family of codes and count its units. Allocates nothing. Immutable. */
public final class FamilyChoice {
    private static final int AS_IT_IS = -1;
    private static final long[] NO_TRACK = {0};
    private static final long HELD = 1L << 32;

    private final RulePlan plan;
    private final Family[] families;
    private final CodeRule[] bases;
    private final CodeRule[][] addOns;
    private final Check[][] needs;
    private final boolean[] dated;
    private final long[][] tracks;
    private final int[] all;
    private final boolean highestAmount;
    private final FamilyAmounts amounts;
    private final int date;
    private final int track;

    FamilyChoice(RulePlan plan, PlanParts parts) {
        this.plan = plan;
        this.families = parts.families().toArray(Family[]::new);
        this.bases = new CodeRule[families.length];
        this.addOns = new CodeRule[families.length][];
        this.needs = new Check[families.length][];
        this.dated = new boolean[families.length];
        for (int i = 0; i < families.length; i++) {
            bases[i] = families[i].base();
            addOns[i] = families[i].addOns().toArray(CodeRule[]::new);
            needs[i] = families[i].needs().toArray(Check[]::new);
            dated[i] = parts.datedFamilies().contains(i);
        }
        this.all = IntStream.range(0, families.length).toArray();
        this.highestAmount = parts.highestAmount();
        Slots slots = parts.slots();
        this.tracks = tracks(parts.tracks(), slots);
        this.track = slots.ofMechanism("declared_track");
        this.date = slots.ofMechanism("date_of_service");
        this.amounts = new FamilyAmounts(parts);
    }

    private static long[][] tracks(Map<String, int[]> tracks, Slots slots) {
        long[][] rows = new long[tracks.size()][];
        int next = 0;
        for (Map.Entry<String, int[]> entry : tracks.entrySet()) {
            long[] row = new long[1 + entry.getValue().length];
            row[0] = slots.ordinal("declared_track", entry.getKey());
            for (int i = 0; i < entry.getValue().length; i++) {
                row[i + 1] = entry.getValue()[i];
            }
            rows[next++] = row;
        }
        return rows;
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
        return NO_TRACK;
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
        if (base.timeSlot() >= 0 && time < base.floor() || dated[family] && !validOnDate(base, facts)) {
            return false;
        }
        for (Check need : needs[family]) {
            if (plan.fires(need, facts, PlanDecision.noLines())) {
                return false;
            }
        }
        return true;
    }

    private boolean validOnDate(CodeRule code, FactView facts) {
        long day = date < 0 ? FactView.ABSENT : facts.value(date);
        return day == FactView.ABSENT
                || day >= code.from().toEpochDay() && day <= code.to().toEpochDay();
    }

    private long lines(int family, FactView facts, int target, int counted, long more) {
        long lines = PlanDecision.lines(family, 1);
        CodeRule[] further = addOns[family];
        for (int i = 0; i < further.length; i++) {
            CodeRule addOn = further[i];
            if (!dated[family] || validOnDate(addOn, facts)) {
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

    /** Units of an add-on that an amount of time gives, its cap aside. */
    public static long unitsOf(CodeRule addOn, long seconds) {
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

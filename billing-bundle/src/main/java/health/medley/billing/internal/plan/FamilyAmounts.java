package health.medley.billing.internal.plan;

import java.util.List;

/** Price the codes of a family on the date of service. Allocates nothing when asked. Immutable. */
final class FamilyAmounts {
    private final Fees fees;
    private final int[][] codes;
    private final int date;
    private final int place;
    private final long[] facilities;
    private final boolean complete;

    FamilyAmounts(PlanParts parts) {
        this.fees = parts.fees();
        this.complete = fees.complete();
        this.codes = new int[parts.families().size()][];
        int next = 0;
        for (Family family : parts.families()) {
            int[] numbers = new int[1 + family.addOns().size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = next++;
            }
            codes[family.number()] = numbers;
        }
        Slots slots = parts.slots();
        this.date = slots.ofMechanism("date_of_service");
        this.place = slots.ofMechanism("place_of_service");
        this.facilities = parts.parameters().getOrDefault(PlanParts.FACILITY_PLACES, List.of()).stream()
                .mapToLong(word -> slots.ordinal("place_of_service", word))
                .toArray();
    }

    /** Number of the fees' period the facts lie in. */
    int period(FactView facts) {
        return fees.periods() == 1 ? 0 : fees.period(facts.value(date));
    }

    /** What lines of a family pay, in cents. */
    long amount(int family, long lines, int period, boolean facility) {
        long sum = fees.cents(period, codes[family][0], facility);
        if (sum == FactView.ABSENT) {
            return 0;
        }
        for (int i = 0; i < codes[family].length - 1; i++) {
            int units = PlanDecision.addOnUnits(lines, i);
            sum += units == 0 ? 0 : units * Math.max(0, fees.cents(period, codes[family][i + 1], facility));
        }
        return sum;
    }

    boolean inFacility(FactView facts) {
        if (place < 0 || facilities.length == 0) {
            return false;
        }
        long value = facts.value(place);
        for (long facility : facilities) {
            if (facility == value) {
                return true;
            }
        }
        return false;
    }

    boolean feeMissing(FactView facts, long lines) {
        if (complete || date < 0) {
            return false;
        }
        int family = PlanDecision.family(lines);
        int period = fees.period(facts.value(date));
        boolean missing = fees.cents(period, codes[family][0], false) == FactView.ABSENT;
        for (int i = 0; i < codes[family].length - 1; i++) {
            missing |= PlanDecision.addOnUnits(lines, i) > 0
                    && fees.cents(period, codes[family][i + 1], false) == FactView.ABSENT;
        }
        return missing;
    }
}

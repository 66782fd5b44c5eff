package health.medley.billing.internal.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judge what somebody asks to bill: codes not valid, add-ons without their base, families asked for together. */
final class RequestRules {
    private static final int NOT_VALID_BIT = 62;
    private static final int MOST_CODES = 60;

    private final RulePlan plan;
    private final PlanParts.Requests reasons;
    private final long[] addOns;
    private final long[] basesOfAddOns;
    private final long[] bases;

    RequestRules(RulePlan plan, PlanParts parts) {
        this.plan = plan;
        this.reasons = parts.requests();
        Map<String, Long> bits = bits(parts.codes());
        this.bases = new long[parts.families().size()];
        // an add-on may add to the bases of several families, each with a rule of its own for it
        Map<Long, Long> added = new LinkedHashMap<>();
        for (Family family : parts.families()) {
            long base = bits.getOrDefault(family.base().code(), 0L);
            bases[family.number()] = base;
            family.addOns().forEach(addOn -> added.merge(bits.getOrDefault(addOn.code(), 0L), base, (a, b) -> a | b));
        }
        this.addOns = added.keySet().stream().mapToLong(Long::longValue).toArray();
        this.basesOfAddOns = added.values().stream().mapToLong(Long::longValue).toArray();
    }

    /** A bit for each code, however many families have it. */
    private static Map<String, Long> bits(List<CodeRule> codes) {
        Map<String, Long> bits = new LinkedHashMap<>();
        codes.forEach(code -> bits.putIfAbsent(code.code(), bit(bits.size())));
        return bits;
    }

    private static long bit(int code) {
        return code < MOST_CODES ? 1L << code : 0;
    }

    /** Pack codes asked for; {@code notValid} says that one of them is not valid on the date of service. */
    static long pack(List<String> asked, List<CodeRule> codes, boolean notValid) {
        long packed = notValid ? 1L << NOT_VALID_BIT : 0;
        for (Map.Entry<String, Long> code : bits(codes).entrySet()) {
            packed |= asked.contains(code.getKey()) ? code.getValue() : 0;
        }
        return packed;
    }

    int nothingLeft() {
        return reasons.nothingLeft();
    }

    int baseBilledBefore() {
        return reasons.baseBilledBefore();
    }

    int reason(long asked, long lines, FactView facts) {
        int reason = asked >>> NOT_VALID_BIT == 1 ? reasons.notValid() : PlanDecision.NO_REASON;
        reason = Math.min(reason, addOnReason(asked, asked | billed(lines)));
        int family = PlanDecision.family(lines);
        for (int one = 0; one < bases.length; one++) {
            if ((asked & bases[one]) == 0) {
                continue;
            }
            boolean alone = true;
            for (int two = 0; two < bases.length; two++) {
                if (bases[two] != bases[one] && (asked & bases[two]) != 0) {
                    alone = false;
                    reason = Math.min(reason, reasons.pairs()[one][two]);
                }
            }
            if (alone && family != PlanDecision.NO_FAMILY && bases[one] != bases[family]) {
                int failed = plan.reasons().failReason(one, facts);
                reason = Math.min(reason, failed == PlanDecision.NO_REASON ? reasons.pairs()[one][family] : failed);
            }
        }
        return reason;
    }

    private int addOnReason(long asked, long there) {
        int reason = PlanDecision.NO_REASON;
        for (int i = 0; i < addOns.length; i++) {
            if ((asked & addOns[i]) != 0 && (there & basesOfAddOns[i]) == 0) {
                reason = Math.min(reason, anyBase(asked) ? reasons.wrongBase() : reasons.noBase());
            }
        }
        return reason;
    }

    private boolean anyBase(long asked) {
        for (long base : bases) {
            if ((asked & base) != 0) {
                return true;
            }
        }
        return false;
    }

    private long billed(long lines) {
        int family = PlanDecision.family(lines);
        return family == PlanDecision.NO_FAMILY ? 0 : bases[family];
    }
}

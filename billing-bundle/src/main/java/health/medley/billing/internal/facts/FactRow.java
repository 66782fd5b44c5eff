package health.medley.billing.internal.facts;

import health.medley.billing.internal.plan.CodeGroup;
import health.medley.billing.internal.plan.CodeRule;
import health.medley.billing.internal.plan.FactView;
import health.medley.billing.internal.plan.RulePlan;
import health.medley.core.practice.OtherCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hold the facts of a month as a plan numbers them. Made from their text, which is enough to decide again. */
public final class FactRow implements FactView {
    private final long[] values;

    FactRow(long[] values) {
        this.values = values;
    }

    /** Number the facts for a plan; {@link FactSlots} for a plan that many facts are numbered for. */
    public static FactRow of(RulePlan plan, Map<String, String> facts) {
        return new FactSlots(plan).row(facts);
    }

    @Override
    public long value(int slot) {
        return values[slot];
    }

    /** The other codes the facts carry. */
    public static List<OtherCode> otherCodes(Map<String, String> facts) {
        List<OtherCode> codes = new ArrayList<>();
        for (String text : facts.getOrDefault("other_codes", "").split(";")) {
            if (!text.isBlank()) {
                codes.add(OtherCode.parse(text.strip()));
            }
        }
        return codes;
    }

    /** Whether a code is valid on a day: as the rules say, or where they do not know it, as the platform's table says. */
    public static boolean validOn(RulePlan plan, String code, LocalDate day) {
        List<CodeRule> own = plan.parts().codes().stream()
                .filter(rule -> rule.code().equals(code))
                .toList();
        if (!own.isEmpty()) {
            return own.stream().anyMatch(rule -> rule.validOn(day));
        }
        List<CodeGroup> known = plan.parts().groups().stream()
                .filter(group -> group.inForce() && group.codes().contains(code))
                .toList();
        return known.isEmpty()
                ? CodeDays.platform().exists(code, day)
                : known.stream().allMatch(group -> group.validOn(day));
    }
}

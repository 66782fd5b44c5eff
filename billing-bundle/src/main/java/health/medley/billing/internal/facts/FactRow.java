package health.medley.billing.internal.facts;

import health.medley.billing.internal.plan.CodeGroup;
import health.medley.billing.internal.plan.CodeRule;
import health.medley.billing.internal.plan.Fact;
import health.medley.billing.internal.plan.FactView;
import health.medley.billing.internal.plan.RulePlan;
import health.medley.core.practice.OtherCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hold the facts of a month as a plan numbers them. Made from their text, which is enough to decide again. */
public final class FactRow implements FactView {
    private static final String ASKED = "asked";

    private final long[] values;

    private FactRow(long[] values) {
        this.values = values;
    }

    /** Number the facts for a plan. */
    public static FactRow of(RulePlan plan, Map<String, String> facts) {
        List<String> slots = plan.slots();
        long[] values = new long[slots.size()];
        Arrays.fill(values, ABSENT);
        LocalDate day = FactText.day(facts.getOrDefault("date_of_service", "")).orElse(LocalDate.EPOCH);
        List<OtherCode> others = otherCodes(facts);
        for (int slot = 0; slot < values.length; slot++) {
            String name = slots.get(slot);
            int at = name.indexOf('@');
            if (at > 0) {
                String by = name.substring(at + 1);
                List<OtherCode> there = by.equals(ASKED) ? asked(facts) : others;
                values[slot] = has(plan, name.substring(0, at), by, there, day) ? 1 : 0;
            } else if (name.equals("requested")) {
                values[slot] = requested(plan, facts, day);
            } else if (facts.containsKey(name)) {
                Optional<Fact> fact = plan.parts().slots().vocabulary().find(name);
                values[slot] = fact.isEmpty() ? ABSENT : FactText.number(plan, fact.get(), facts.get(name));
            }
        }
        return new FactRow(values);
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

    private static List<OtherCode> asked(Map<String, String> facts) {
        return Arrays.stream(facts.getOrDefault("requested", "").split("\\+"))
                .filter(code -> !code.isBlank())
                .map(code -> new OtherCode(code.strip(), OtherCode.US))
                .toList();
    }

    private static boolean has(RulePlan plan, String group, String by, List<OtherCode> others, LocalDate day) {
        Optional<CodeGroup> found = plan.parts().groups().stream()
                .filter(one -> one.name().equals(group))
                .findFirst();
        return found.isPresent()
                && found.get().validOn(day)
                && others.stream()
                        .filter(other -> found.get().codes().contains(other.code()))
                        .anyMatch(other -> by.equals("anyone")
                                || by.equals(ASKED)
                                || by.equals("us") == other.practitioner().equals(OtherCode.US));
    }

    private static long requested(RulePlan plan, Map<String, String> facts, LocalDate day) {
        String text = facts.get("requested");
        if (text == null) {
            return ABSENT;
        }
        List<String> asked = List.of(text.split("\\+"));
        boolean notValid = asked.stream().anyMatch(code -> !validOn(plan, code, day));
        return plan.askedFor(asked, notValid);
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

package health.medley.billing.internal.facts;

import health.medley.billing.internal.plan.CodeGroup;
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
import org.jspecify.annotations.Nullable;

/** Knows of each slot of a plan where its number comes from, so that many months are numbered quickly. Immutable. */
public final class FactSlots {
    private static final String ASKED = "asked";
    private static final String REQUESTED = "requested";

    private final RulePlan plan;
    private final Slot[] slots;

    /**
     * Where the number of a slot comes from.
     *
     * @param name name of the fact, or of the group of codes
     * @param fact the fact; null for one the vocabulary does not know
     * @param by whose codes of the group are meant; null if it is no group
     * @param group the group; null for one the rules do not name
     */
    private record Slot(
            String name,
            @Nullable Fact fact,
            @Nullable String by,
            @Nullable CodeGroup group) {}

    /** Look at the slots of a plan. */
    public FactSlots(RulePlan plan) {
        this.plan = plan;
        this.slots = plan.slots().stream().map(this::slot).toArray(Slot[]::new);
    }

    private Slot slot(String name) {
        int at = name.indexOf('@');
        if (at > 0) {
            String group = name.substring(0, at);
            CodeGroup found = plan.parts().groups().stream()
                    .filter(one -> one.name().equals(group))
                    .findFirst()
                    .orElse(null);
            return new Slot(group, null, name.substring(at + 1), found);
        }
        return new Slot(name, plan.parts().slots().vocabulary().find(name).orElse(null), null, null);
    }

    /** Number the facts. */
    public FactRow row(Map<String, String> facts) {
        long[] values = new long[slots.length];
        Arrays.fill(values, FactView.ABSENT);
        LocalDate day = FactText.day(facts.getOrDefault("date_of_service", "")).orElse(LocalDate.EPOCH);
        List<OtherCode> others = FactRow.otherCodes(facts);
        for (int i = 0; i < values.length; i++) {
            Slot slot = slots[i];
            if (slot.by() != null) {
                List<OtherCode> there = slot.by().equals(ASKED) ? asked(facts) : others;
                values[i] = has(slot, there, day) ? 1 : 0;
            } else if (slot.name().equals(REQUESTED)) {
                values[i] = requested(facts, day);
            } else {
                String text = facts.get(slot.name());
                if (text != null && slot.fact() != null) {
                    values[i] = FactText.number(plan, slot.fact(), text);
                }
            }
        }
        return new FactRow(values);
    }

    private static List<OtherCode> asked(Map<String, String> facts) {
        List<OtherCode> codes = new ArrayList<>();
        for (String code : facts.getOrDefault(REQUESTED, "").split("\\+")) {
            if (!code.isBlank()) {
                codes.add(new OtherCode(code.strip(), OtherCode.US));
            }
        }
        return codes;
    }

    private static boolean has(Slot slot, List<OtherCode> others, LocalDate day) {
        CodeGroup group = slot.group();
        String by = Optional.ofNullable(slot.by()).orElseThrow();
        if (others.isEmpty() || group == null || !group.validOn(day)) {
            return false;
        }
        for (OtherCode other : others) {
            boolean meant = by.equals("anyone")
                    || by.equals(ASKED)
                    || by.equals("us") == other.practitioner().equals(OtherCode.US);
            if (meant && group.codes().contains(other.code())) {
                return true;
            }
        }
        return false;
    }

    private long requested(Map<String, String> facts, LocalDate day) {
        String text = facts.get(REQUESTED);
        if (text == null) {
            return FactView.ABSENT;
        }
        List<String> asked = List.of(text.split("\\+"));
        boolean notValid = asked.stream().anyMatch(code -> !FactRow.validOn(plan, code, day));
        return plan.askedFor(asked, notValid);
    }
}

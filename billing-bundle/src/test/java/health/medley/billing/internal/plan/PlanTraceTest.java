package health.medley.billing.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.RuleFolder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanTraceTest {
    private static final long FIRST_OF_MARCH = 20_148;

    private final RulePlan plan = RuleCompiler.compile(RuleFolder.ccm(2025));
    private final TraceRecorder recorder = new TraceRecorder(plan);
    private final Random random = new Random(20250301);

    @Test
    void keepsTheDecisionEveryFactAndEveryCheckOfRandomMonths() {
        for (int i = 0; i < 2_000; i++) {
            long[] values = anyMonth();
            FactView facts = slot -> values[slot];

            PlanTrace trace = recorder.decide(facts);

            assertEquals(plan.decide(facts), trace.decision());
            long lines = plan.lines(facts, trace.decision());
            List<Check> checks = plan.parts().checks();
            for (int check = 0; check < checks.size(); check++) {
                assertEquals(plan.fires(checks.get(check), facts, lines), trace.fired(check));
            }
            FactView kept = trace.facts(plan);
            for (int slot = 0; slot < values.length; slot++) {
                assertEquals(values[slot], kept.value(slot));
            }
        }
    }

    @Test
    void explainsTheSameFromATraceAsFromTheFacts() {
        long[] values = anyMonth();
        FactView facts = slot -> values[slot];

        PlanTrace trace = recorder.decide(facts);

        assertEquals(
                Explanation.of(plan, facts, Map.of(), plan.decide(facts)),
                Explanation.of(plan, trace.facts(plan), Map.of(), trace.decision()));
    }

    @Test
    void keepsNumbersOfAnySizeAndSign() {
        long[] values = new long[plan.slots().size()];
        Arrays.fill(values, FactView.ABSENT);
        List<Long> numbers = List.of(0L, 1L, -1L, 63L, 64L, -64L, -65L, 20_148L, 1L << 40, -(1L << 62), 1L << 62);
        for (int i = 0; i < numbers.size(); i++) {
            values[i] = numbers.get(i);
        }

        FactView kept = recorder.decide(slot -> values[slot]).facts(plan);

        for (int slot = 0; slot < values.length; slot++) {
            assertEquals(values[slot], kept.value(slot));
        }
    }

    @Test
    void staysSmallAndTellsMonthsApart() {
        long[] values = anyMonth();
        PlanTrace trace = recorder.decide(slot -> values[slot]);
        PlanTrace again = recorder.decide(slot -> values[slot]);
        int staff = plan.slot("staff_seconds");

        PlanTrace another = recorder.decide(slot -> slot == staff ? 1_201 : values[slot]);

        assertTrue(trace.size() <= 256, "bytes of a trace: " + trace.size());
        assertEquals(trace, again);
        assertEquals(trace.hashCode(), again.hashCode());
        assertNotEquals(trace, another);
    }

    private long[] anyMonth() {
        long[] values = new long[plan.slots().size()];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = random.nextInt(3) == 0
                    ? FactView.ABSENT
                    : number(plan.slots().get(slot));
        }
        return values;
    }

    private long number(String name) {
        if (name.contains("@")) {
            return random.nextInt(2);
        }
        return switch (plan.parts()
                .slots()
                .vocabulary()
                .find(name)
                .orElseThrow()
                .kind()) {
            case TIME -> random.nextInt(9_000);
            case DATE -> FIRST_OF_MARCH - 40 + random.nextInt(80);
            case WORD -> plan.ordinal(name, random.nextBoolean() ? "staff" : "anything");
            default -> random.nextInt(3);
        };
    }
}

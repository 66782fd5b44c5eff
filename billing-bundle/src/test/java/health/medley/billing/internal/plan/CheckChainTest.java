package health.medley.billing.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.RuleFolder;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckChainTest {
    private static final long FIRST_OF_MARCH = 20_148;

    private final RulePlan plan = RuleCompiler.compile(RuleFolder.ccm(2025));
    private final Random random = new Random(20250302);

    @Test
    void findsTheCheckThatAskingOneAfterTheOtherFinds() {
        List<Check> checks =
                plan.parts().checks().stream().filter(Check::decisive).toList();
        CheckChain chain = new CheckChain(plan.graph(), checks);
        BitSet found = new BitSet();
        for (int i = 0; i < 100_000; i++) {
            long[] values = values(1 + i % 60);
            FactView facts = slot -> values[slot];
            int first = chain.first(facts, PlanDecision.noLines(), plan);
            assertEquals(oneAfterTheOther(checks, facts, PlanDecision.noLines()), first);
            found.set(first + 1);
        }
        assertTrue(found.cardinality() > 10, "different ends seen: " + found);
    }

    @Test
    void findsTheNoteThatAskingOneAfterTheOtherFinds() {
        List<Check> notes = plan.parts().checks().stream()
                .filter(check -> !check.decisive())
                .toList();
        CheckChain chain = new CheckChain(plan.graph(), notes);
        BitSet found = new BitSet();
        for (int i = 0; i < 100_000; i++) {
            long[] values = values(1 + i % 60);
            FactView facts = slot -> values[slot];
            long lines = random.nextInt(4) == 0
                    ? PlanDecision.noLines()
                    : plan.choice().choose(facts);
            int first = chain.first(facts, lines, plan);
            assertEquals(oneAfterTheOther(notes, facts, lines), first);
            found.set(first + 1);
        }
        assertTrue(found.cardinality() > 10, "different ends seen: " + found);
    }

    @Test
    void findsNothingInNoChecks() {
        long none = PlanDecision.noLines();
        assertEquals(CheckChain.NONE, new CheckChain(plan.graph(), List.of()).first(slot -> 1, none, plan));
    }

    private int oneAfterTheOther(List<Check> checks, FactView facts, long lines) {
        for (int i = 0; i < checks.size(); i++) {
            if (plan.fires(checks.get(i), facts, lines)) {
                return i;
            }
        }
        return CheckChain.NONE;
    }

    /** A month in which all is well, but for one fact in {@code oneIn}. */
    private long[] values(int oneIn) {
        long[] values = new long[plan.slots().size()];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] =
                    random.nextInt(oneIn) == 0 ? anything() : well(plan.slots().get(slot));
        }
        return values;
    }

    private long anything() {
        return switch (random.nextInt(4)) {
            case 0 -> FactView.ABSENT;
            case 1 -> random.nextInt(3);
            case 2 -> FIRST_OF_MARCH - 40 + random.nextInt(80);
            default -> plan.ordinal("visit_standing", "none");
        };
    }

    private long well(String name) {
        return switch (name) {
            case "chronic_conditions" -> 3;
            case "significant_risk", "care_plan" -> 1;
            case "consent_date", "month_start" -> FIRST_OF_MARCH;
            case "month_end" -> FIRST_OF_MARCH + 30;
            case "billing_role" -> plan.ordinal(name, "MD");
            case "declared_track" -> plan.ordinal(name, "complex");
            case "mdm" -> plan.ordinal(name, "high");
            case "staff_seconds", "pooled_seconds", "practitioner_seconds" -> 3_000 + random.nextInt(4_000);
            default -> FactView.ABSENT;
        };
    }
}

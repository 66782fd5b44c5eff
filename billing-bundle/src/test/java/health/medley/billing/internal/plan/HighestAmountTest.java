package health.medley.billing.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The benchmark's workload in the rule language, against the same rules written by hand. */
class HighestAmountTest {
    private static final int[] RATES = {6049, 4593, 13165, 7052, 8216, 5758};
    private static final int ROWS = 200_000;
    private static final long MONTH_START = 20_240;
    private static final long MONTH_END = MONTH_START + 29;

    static RuleSet rules() {
        Path folder = Path.of("src/test/resources/workload");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RuleSet.of(
                "workload-2025",
                "1.0.0",
                "workload",
                ServiceMonth.parse("2025-01"),
                ServiceMonth.parse("2025-12"),
                files);
    }

    @Test
    void agreesWithTheSameRulesWrittenByHand() {
        RulePlan plan = RuleCompiler.compile(rules());
        Random random = new Random(20240601);
        long[] values = new long[plan.slots().size()];
        for (int i = 0; i < ROWS; i++) {
            int[] row = row(random);
            fill(plan, values, row);
            long decision = plan.decide(slot -> values[slot]);
            assertEquals(byHand(row), packed(plan, decision), () -> Arrays.toString(row));
        }
    }

    /** conditions, active, consent day, plan day, excluded, staff minutes, practitioner minutes, mdm. */
    private static int[] row(Random random) {
        return new int[] {
            random.nextInt(4),
            random.nextInt(100) < 85 ? 1 : 0,
            (int) MONTH_START - 400 + random.nextInt(440),
            (int) MONTH_START - 400 + random.nextInt(440),
            random.nextInt(10) == 0 ? 1 : 0,
            random.nextInt(200),
            random.nextInt(120),
            random.nextInt(4)
        };
    }

    private static void fill(RulePlan plan, long[] values, int[] row) {
        Arrays.fill(values, FactView.ABSENT);
        values[plan.slot("chronic_conditions")] = row[0];
        values[plan.slot("consent_active")] = row[1];
        values[plan.slot("consent_date")] = row[2];
        values[plan.slot("care_plan_date")] = row[3];
        values[plan.groupSlot("excluding", "anyone")] = row[4];
        values[plan.slot("staff_seconds")] = row[5] * 60L;
        values[plan.slot("practitioner_seconds")] = row[6] * 60L;
        values[plan.slot("mdm")] = row[7];
        values[plan.slot("month_start")] = MONTH_START;
        values[plan.slot("month_end")] = MONTH_END;
    }

    private static String packed(RulePlan plan, long decision) {
        int family = PlanDecision.family(decision);
        String reason = plan.parts().reason(PlanDecision.reason(decision));
        boolean eligible = reason.equals("OK") || reason.equals("EXCLUDED") || reason.equals("TIME");
        return eligible + " " + (family == PlanDecision.NO_FAMILY ? 0 : family + 1) + " "
                + PlanDecision.addOnUnits(decision, 0);
    }

    private static String byHand(int[] row) {
        boolean eligible =
                row[1] == 1 && row[2] <= MONTH_END && row[3] <= MONTH_END && row[3] >= MONTH_END - 365 && row[0] >= 2;
        if (!eligible || row[4] == 1) {
            return eligible + " 0 0";
        }
        int paid = 0;
        int family = 0;
        int further = 0;
        if (row[5] >= 20) {
            further = Math.min(2, (row[5] - 20) / 20);
            paid = RATES[0] + further * RATES[1];
            family = 1;
        }
        if (row[5] >= 60 && row[7] >= 2 && row[3] >= MONTH_START) {
            int units = (row[5] - 60) / 30;
            if (RATES[2] + units * RATES[3] > paid) {
                paid = RATES[2] + units * RATES[3];
                family = 2;
                further = units;
            }
        }
        if (row[6] >= 30 && RATES[4] + (row[6] - 30) / 30 * RATES[5] > paid) {
            family = 3;
            further = (row[6] - 30) / 30;
        }
        return true + " " + family + " " + further;
    }
}

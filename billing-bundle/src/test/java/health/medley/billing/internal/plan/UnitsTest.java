package health.medley.billing.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.RuleFolder;
import health.medley.billing.internal.facts.FactRow;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Units by arithmetic against units by counting up, block by block, for random seconds. */
class UnitsTest {
    private static final int TRIES = 20_000;
    private final RulePlan plan = RuleCompiler.compile(RuleFolder.ccm(2025));

    private static Map<String, String> month(String track, long staff, long practitioner, String mdm) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "declared_track",
                track,
                "staff_seconds",
                "" + staff,
                "practitioner_seconds",
                "" + practitioner,
                "pooled_seconds",
                "" + (staff + practitioner),
                "mdm",
                mdm,
                "billing_role",
                "MD",
                "chronic_conditions",
                "3",
                "significant_risk",
                "Y",
                "care_plan",
                "Y",
                "consent_date",
                "2025-01-01"));
        facts.putAll(Map.of(
                "month_start", "2025-06-01",
                "month_end", "2025-06-30",
                "date_of_service", "2025-06-30",
                "care_plan_action", "revised",
                "setting", "PFS",
                "visit_standing", "stated"));
        return facts;
    }

    private String decide(Map<String, String> facts) {
        long decision = plan.decide(FactRow.of(plan, facts));
        int family = PlanDecision.family(decision);
        return family == PlanDecision.NO_FAMILY
                ? "none"
                : plan.parts().families().get(family).name() + " " + PlanDecision.addOnUnits(decision, 0);
    }

    private static int blocks(long seconds, long first, long each, int most) {
        int blocks = 0;
        for (long used = first + each; used <= seconds && blocks < most; used += each) {
            blocks++;
        }
        return blocks;
    }

    private static String naive(String track, long staff, long practitioner, String mdm) {
        long pooled = staff + practitioner;
        if (track.equals("practitioner") && practitioner >= 1800) {
            return "practitioner " + blocks(practitioner, 1800, 1800, 2);
        }
        if (track.equals("complex") && pooled >= 3600 && (mdm.equals("moderate") || mdm.equals("high"))) {
            return "complex " + blocks(pooled, 3600, 1800, 10);
        }
        return pooled >= 1200 ? "staff " + blocks(pooled, 1200, 1200, 2) : "none";
    }

    @Test
    void unitsAreTheBlocksThatFitInTheTime() {
        Random random = new Random(20261123);
        String[] tracks = {"staff", "complex", "practitioner"};
        String[] levels = {"none", "straightforward", "low", "moderate", "high"};
        for (int i = 0; i < TRIES; i++) {
            String track = tracks[random.nextInt(tracks.length)];
            String mdm = levels[random.nextInt(levels.length)];
            long staff = seconds(random);
            long practitioner = seconds(random);
            assertEquals(
                    naive(track, staff, practitioner, mdm),
                    decide(month(track, staff, practitioner, mdm)),
                    () -> track + " " + staff + " " + practitioner + " " + mdm);
        }
    }

    /** Half of the times lie within a second of a boundary. */
    private static long seconds(Random random) {
        return random.nextBoolean()
                ? random.nextInt(26_000)
                : Math.max(0, 600L * random.nextInt(44) + random.nextInt(3) - 1);
    }

    @Test
    void oneSecondBelowAtAndAboveEachThreshold() {
        assertEquals("none", decide(month("staff", 1199, 0, "low")));
        assertEquals("staff 0", decide(month("staff", 1200, 0, "low")));
        assertEquals("staff 0", decide(month("staff", 2399, 0, "low")));
        assertEquals("staff 1", decide(month("staff", 2400, 0, "low")));
        assertEquals("staff 1", decide(month("staff", 3599, 0, "low")));
        assertEquals("staff 2", decide(month("staff", 3600, 0, "low")));
        assertEquals("staff 1", decide(month("complex", 3599, 0, "high")));
        assertEquals("complex 0", decide(month("complex", 3600, 0, "high")));
        assertEquals("complex 0", decide(month("complex", 5399, 0, "high")));
        assertEquals("complex 1", decide(month("complex", 5400, 0, "high")));
        assertEquals("staff 0", decide(month("practitioner", 0, 1799, "low")));
        assertEquals("practitioner 0", decide(month("practitioner", 0, 1800, "low")));
        assertEquals("practitioner 0", decide(month("practitioner", 0, 3599, "low")));
        assertEquals("practitioner 1", decide(month("practitioner", 0, 3600, "low")));
    }

    @Test
    void theCapThatHoldsIsTheReasonBeforeOneThatOnlyCuts() {
        Map<String, String> files = RuleFolder.files(2025);
        String addOn = files.get("codes/99439.yaml");
        files.put(
                "codes/99438.yaml",
                addOn.replace("code: \"99439\"", "code: \"99438\"")
                        .replace(
                                "at-most: 2, beyond: deny, says: ADDON_CAP_2",
                                "at-most: 1, beyond: hold, says: MUE_EXCEEDED_REVIEW"));
        files.computeIfPresent(
                "fees.csv",
                (file, fees) ->
                        fees + fees.lines().skip(2).findFirst().orElseThrow().replace("99439", "99438") + "\n");
        files.computeIfPresent(
                "reasons.yaml",
                (file, text) ->
                        text.replace("[MUE_EXCEEDED_REVIEW, ADDON_CAP_2,", "[ADDON_CAP_2, MUE_EXCEEDED_REVIEW,"));
        RulePlan both = RuleCompiler.compile(RuleFolder.set(2025, files));
        long decision = both.decide(FactRow.of(both, month("staff", 4800, 0, "low")));
        assertEquals(PlanDecision.HOLD, PlanDecision.status(decision));
        assertEquals("MUE_EXCEEDED_REVIEW", both.parts().reason(PlanDecision.reason(decision)));
    }

    @Test
    void aDecisionTakesFarFewerStepsThanTheBudget() {
        assertTrue(plan.steps() < 5_000, () -> plan.steps() + " steps");
    }
}

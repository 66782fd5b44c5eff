package health.medley.billing.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The adjustments of localities: the platform's, or a rule set's own. */
class LocalitiesTest {
    private static final String HEADER = "year,release,mac,locality,locality_name,gpci_work,gpci_pe,gpci_mp\n";
    private static final LocalDate DAY = LocalDate.of(2025, 3, 31);

    private static Fees fees(Map<String, String> files) {
        return RuleCompiler.compile(DemoRules.set(files)).parts().fees();
    }

    @Test
    void aRuleSetWithoutATableHasThePlatforms() {
        Fees fees = fees(DemoRules.files());
        for (int year = 2020; year <= 2025; year++) {
            assertTrue(fees.prices("10112-00", LocalDate.of(year, 1, 1)), year + "");
            assertTrue(fees.prices("ALASKA", LocalDate.of(year, 12, 31)), year + "");
        }
        assertFalse(fees.prices("10112-00", LocalDate.of(2026, 1, 1)));
        assertFalse(fees.prices("10112-00", LocalDate.of(2019, 12, 31)));
        // Alabama 2025, work 1.000 and practice expense 0.869: (1.00 x 1.000 + 1.00 x 0.869) x 10
        assertEquals(
                Money.parse("18.69"), fees.fee("90001", DAY, false, "alabama").orElseThrow());
    }

    @Test
    void aRuleSetsOwnTableGoesFirst() {
        Map<String, String> files = DemoRules.files();
        files.put("gpci.csv", HEADER + "2025,own,99999,01,ATLANTIS,2.000,3.000,1.000\n");
        Fees fees = fees(files);
        assertEquals(
                Money.parse("50.00"), fees.fee("90001", DAY, false, "99999-01").orElseThrow());
        assertFalse(fees.prices("10112-00", DAY));
    }

    @Test
    void aTableThatDoesNotReadIsRefused() {
        Map<String, String> files = DemoRules.files();
        files.put("gpci.csv", HEADER + "2025,own,99999,01,ATLANTIS,two,3.000,1.000\n");
        assertEquals(
                List.of("gpci.csv 2"),
                DemoRules.problems(files, Map.of()).stream()
                        .map(found -> found.file() + " " + found.line())
                        .toList());
        files.put("gpci.csv", "year,mac\n2025,99999\n");
        assertTrue(DemoRules.problems(files, Map.of()).get(0).remedy().contains("gpci_work"));
    }
}

package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.billing.RuleReport;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RuleCasesTest {
    @TestFactory
    List<DynamicNode> casesOfTheShippedRules() {
        RuleBillingService billing = FakePorts.billing();
        List<DynamicNode> sets = new ArrayList<>();
        for (RuleSet rules : FixedLibrary.shipped().sets()) {
            String text = rules.files().get("cases.csv");
            List<DynamicTest> tests = CsvTable.read("cases.csv", text, new RuleProblems()).rows().stream()
                    .map(row -> DynamicTest.dynamicTest(
                            row.text("id") + " " + row.text("description"),
                            () -> ScenarioTest.matches(billing, rules, row)))
                    .toList();
            sets.add(DynamicContainer.dynamicContainer(rules.ref().name(), tests));
        }
        return sets;
    }

    @TestFactory
    List<DynamicTest> shippedRulesAreAccepted() {
        List<DynamicTest> tests = new ArrayList<>();
        for (RuleSet rules : FixedLibrary.shipped().sets()) {
            tests.add(DynamicTest.dynamicTest(rules.ref().name(), () -> {
                RuleReport report = FakePorts.billing().check(FakePorts.CALLER, rules);
                assertEquals(List.of(), report.problems());
                assertEquals(true, report.accepted());
            }));
        }
        return tests;
    }
}

package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.billing.RuleReport;
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
        List<DynamicNode> years = new ArrayList<>();
        for (int year : RuleFolder.YEARS) {
            String text = RuleFolder.files(year).get("cases.csv");
            List<DynamicTest> tests = CsvTable.read("cases.csv", text, new RuleProblems()).rows().stream()
                    .map(row -> DynamicTest.dynamicTest(
                            row.text("id") + " " + row.text("description"), () -> ScenarioTest.matches(billing, row)))
                    .toList();
            years.add(DynamicContainer.dynamicContainer("ccm-" + year, tests));
        }
        return years;
    }

    @TestFactory
    List<DynamicTest> shippedRulesAreAccepted() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int year : RuleFolder.YEARS) {
            tests.add(DynamicTest.dynamicTest("ccm-" + year, () -> {
                RuleReport report = FakePorts.billing().check(FakePorts.CALLER, RuleFolder.ccm(year));
                assertEquals(List.of(), report.problems());
                assertEquals(true, report.accepted());
            }));
        }
        return tests;
    }
}

package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.billing.CaseRequest;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.CaseVerdict;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScenarioTest {
    @TestFactory
    Stream<DynamicTest> scenariosOfTheDomain() throws IOException {
        RuleBillingService billing = FakePorts.billing();
        return rows().stream().filter(ScenarioTest::inScope).map(row -> {
            CsvTable.Row cells = row;
            String name = cells.text("id") + " " + cells.text("description");
            return DynamicTest.dynamicTest(name, () -> matches(billing, cells));
        });
    }

    @Test
    void everyRowOfTheSetIsReadable() throws IOException {
        List<CaseRow> all = rows().stream()
                .map(row -> new CaseRow(row.line(), row.columns()))
                .toList();
        List<CaseResult> results =
                FakePorts.billing().evaluate(FakePorts.CALLER, new CaseRequest("scenarios.csv", all, Optional.empty()));
        assertEquals(all.size(), results.size());
        assertTrue(results.stream().noneMatch(result -> result.verdict() == CaseVerdict.UNREADABLE));
    }

    private static List<CsvTable.Row> rows() throws IOException {
        try (InputStream in = ScenarioTest.class.getResourceAsStream("/scenarios.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return CsvTable.read("scenarios.csv", text, new RuleProblems()).rows();
        }
    }

    /** What sources leave open a person decides; rules show a default. */
    private static boolean inScope(CsvTable.Row row) {
        return row.text("doubtful").equals("no");
    }

    static void matches(RuleBillingService billing, CsvTable.Row row) {
        matches(billing, Optional.empty(), row);
    }

    /** A rule set's own cases are judged by that rule set alone. */
    static void matches(RuleBillingService billing, RuleSet rules, CsvTable.Row row) {
        matches(billing, Optional.of(rules), row);
    }

    private static void matches(RuleBillingService billing, Optional<RuleSet> rules, CsvTable.Row row) {
        CaseRow asked = new CaseRow(row.line(), row.columns());
        CaseResult result = billing.evaluate(FakePorts.CALLER, new CaseRequest("cases.csv", List.of(asked), rules))
                .get(0);
        CaseVerdict wanted = row.text("doubtful").equals("yes") ? CaseVerdict.DOUBTFUL : CaseVerdict.MATCH;
        assertEquals(wanted, result.verdict(), () -> result.problems().toString());
    }
}

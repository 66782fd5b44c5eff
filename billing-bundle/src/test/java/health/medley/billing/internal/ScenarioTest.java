package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.billing.CaseRequest;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.CaseVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScenarioTest {
    private static final Set<String> TRACKS = Set.of("staff", "complex", "practitioner");

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

    private static boolean inScope(CsvTable.Row row) {
        String month = row.text("service_month");
        return row.text("doubtful").equals("no")
                && row.text("setting").equals("PFS")
                && TRACKS.contains(row.text("declared_track"))
                && month.compareTo("2024-01") >= 0
                && month.compareTo("2026-12") <= 0
                && !row.text("id").equals("CCM-107");
    }

    static void matches(RuleBillingService billing, CsvTable.Row row) {
        CaseRow asked = new CaseRow(row.line(), row.columns());
        CaseResult result = billing.evaluate(
                        FakePorts.CALLER, new CaseRequest("cases.csv", List.of(asked), Optional.empty()))
                .get(0);
        assertEquals(
                CaseVerdict.MATCH, result.verdict(), () -> result.problems().toString());
    }
}

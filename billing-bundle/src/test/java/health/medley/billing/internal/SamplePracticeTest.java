package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.billing.internal.reading.CsvTable;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.eligibility.VisitStanding;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SamplePracticeTest {
    private final Map<String, CsvTable.Row> expected = new HashMap<>();
    private final RuleBillingService billing;

    SamplePracticeTest() {
        SamplePractice.table("expected").forEach(row -> expected.put(row.text("patient"), row));
        billing = new RuleBillingService(
                FakePorts.eligible(question -> SamplePractice.eligible(
                        Integer.parseInt(
                                expected.get(question.chart().patient()).text("conditions")),
                        VisitStanding.STATED)),
                FakePorts.ledger(NaiveLedger::count),
                FixedLibrary.shipped());
    }

    @TestFactory
    Stream<DynamicTest> monthsOfTheSamplePractice() {
        return new SamplePractice()
                .months().stream()
                        .map(month -> DynamicTest.dynamicTest(
                                persona(month), () -> assertEquals(expected(month), actual(month))));
    }

    private String persona(PatientMonth month) {
        return expected.get(month.enrollments().get(0).patient()).text("persona");
    }

    private String expected(PatientMonth month) {
        CsvTable.Row row = expected.get(month.enrollments().get(0).patient());
        return row.text("status") + " " + row.text("codes") + " " + row.text("reason") + " " + row.text("amount") + " "
                + row.text("staff_seconds") + " " + row.text("practitioner_seconds");
    }

    private String actual(PatientMonth month) {
        Determination answer = billing.determine(FakePorts.CALLER, month).get(0);
        String codes = answer.codes().stream().map(CodeLine::toString).collect(Collectors.joining(";"));
        return answer.status() + " " + codes + " " + answer.reason() + " " + answer.amount() + " "
                + answer.staff().seconds() + " " + answer.practitioner().seconds();
    }

    @Test
    void theSameMonthGivesTheSameDeterminationTwice() {
        for (PatientMonth month : new SamplePractice().months().subList(0, 20)) {
            assertEquals(
                    billing.determine(FakePorts.CALLER, month).get(0).toString(),
                    billing.determine(FakePorts.CALLER, month).get(0).toString());
        }
    }
}

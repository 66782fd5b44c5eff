package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.InputProblem;
import health.medley.core.chart.ChartDelivery;
import health.medley.core.chart.ChartFormat;
import health.medley.core.chart.ImportReport;
import health.medley.core.store.RecordKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deliveries with something wrong: it is said, and the rest is kept. */
class DeliveryProblemsTest {

    private static final String PATIENT = "{'resourceType':'Patient','id':'%s'}";

    private final Register register = new Register();

    @Test
    void reportsWhatIsBadAndKeepsWhatIsGood() {
        ImportReport report = register.lines(
                PATIENT.formatted("p1"),
                "no json",
                "{'resourceType':'Condition'}",
                "{'resourceType':'Patient'}",
                "{'resourceType':'Patient','id':'p1'}",
                "{'id':'x'}",
                "{'resourceType':'Bundle','entry':[]}",
                PATIENT.formatted("p2"));

        assertEquals(
                List.of(
                        "d.ndjson:2:1",
                        "d.ndjson:3:subject",
                        "d.ndjson:4:id",
                        "d.ndjson:5:id",
                        "d.ndjson:6:resourceType",
                        "d.ndjson:7"),
                report.problems().stream().map(InputProblem::place).toList());
        assertEquals(6, report.problemCount());
        assertEquals(Set.of("p1", "p2"), register.all().keySet());
    }

    @Test
    void tellsAThousandProblemsAndCountsTheRest() {
        String[] bad = new String[1_500];
        Arrays.fill(bad, "[]");
        ImportReport report = register.lines(bad);

        assertEquals(1_500, report.problemCount());
        assertEquals(1_001, report.problems().size());
    }

    @Test
    void passesALineOverTheLimit() {
        byte[] content = Folder.utf8(
                PATIENT.formatted("p1") + "\n" + PATIENT.formatted("p".repeat(200)) + "\n" + PATIENT.formatted("p3"));
        ImportReport report = register.charts.take(
                Register.CALLER, new ChartDelivery(ChartFormat.NDJSON, "d", 100), new ByteArrayInputStream(content));

        assertEquals(1, report.problemCount());
        assertEquals(Set.of("p1", "p3"), register.all().keySet());
    }

    @Test
    void takesPackedDeliveriesAndEmptyOnes() {
        register.take(ChartFormat.NDJSON, "d", Folder.gzip(Folder.utf8(PATIENT.formatted("p1"))));
        ImportReport empty = register.take(ChartFormat.NDJSON, "d", new byte[0]);

        assertEquals(Set.of("p1"), register.all().keySet());
        assertEquals(0, empty.problemCount());
        assertEquals(1, register.take(ChartFormat.BUNDLE, "d", new byte[0]).problemCount());
    }

    @Test
    void keepsWhatCameBeforeTheStreamBroke() {
        byte[] good = Folder.utf8(PATIENT.formatted("p1") + "\n");
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == good.length) {
                    throw new IOException("connection reset");
                }
                return good[at++];
            }
        };
        ImportReport report = register.charts.take(Register.CALLER, ChartDelivery.of(ChartFormat.NDJSON, "d"), broken);

        assertEquals(1, report.problemCount());
        assertEquals(Set.of("p1"), register.all().keySet());
    }

    @Test
    void leavesOutIdsAndReferencesThatCannotBeLookedUp() {
        String condition = "{'resourceType':'Condition','subject':{'reference':'%s'}}";
        ImportReport report = register.lines(
                PATIENT.formatted("x".repeat(401)),
                PATIENT.formatted("a\\u0000b"),
                PATIENT.formatted("a\\ud800b"),
                PATIENT.formatted("x".repeat(400)),
                condition.formatted("Patient/" + "x".repeat(401)),
                condition.formatted("Patient?identifier=s|" + "x".repeat(401)),
                condition.formatted("urn:uuid:\\ud800"));

        assertEquals(6, report.problemCount());
        assertEquals(Set.of("x".repeat(400)), register.all().keySet());
        assertEquals(0, report.waiting());
    }

    @Test
    void keepsTextsOfAnyCharacters() {
        String name = "M\u00e9tformin \ud83d\ude00 ";
        register.lines(
                PATIENT.formatted("p1"),
                "{'resourceType':'MedicationRequest','id':'m1','subject':{'reference':'Patient/p1'},"
                        + "'medicationCodeableConcept':{'text':'" + name + "\\ud800\\u0000'}}");

        assertEquals(
                name + "\ud800\u0000", register.chart("p1").medications().get(0).name());
        assertTrue(register.store
                .get(
                        Register.CALLER,
                        new RecordKey(ChartRecords.DETAILS, register.ref("p1").value()))
                .orElseThrow()
                .body()
                .chars()
                .allMatch(c -> c >= ' ' && c <= '~'));
    }

    @Test
    void doesNotUnpackWithoutEnd() {
        byte[] blank = new byte[20 << 20];
        Arrays.fill(blank, (byte) '\n');
        ImportReport report = register.take(ChartFormat.NDJSON, "d", Folder.gzip(blank));

        assertEquals(1, report.problemCount());
        assertTrue(
                report.problems().get(0).problem().contains("unpacks"),
                report.problems().toString());
    }

    @Test
    void saysThatAnEntryThatDeletesIsNotDone() {
        register.lines(PATIENT.formatted("p1"));
        ImportReport report = register.bundle("{'resourceType':'Bundle','type':'transaction','entry':[{'request':"
                + "{'method':'DELETE','url':'Patient/p1'}}]}");

        assertEquals(
                "d.json:1:entry[0].request.method", report.problems().get(0).place());
        assertEquals(Set.of("p1"), register.all().keySet());
    }

    @Test
    void leavesAPatientWithFarTooManyResourcesAsHeWas() {
        register.lines(PATIENT.formatted("p1"), PATIENT.formatted("p2"));
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= ChartUpdate.MOST_A_PATIENT; i++) {
            many.append("{\"resourceType\":\"Condition\",\"id\":\"")
                    .append(i)
                    .append("\",\"subject\":{\"reference\":\"Patient/p1\"}}\n");
        }
        many.append("{\"resourceType\":\"Condition\",\"id\":\"x\",\"subject\":{\"reference\":\"Patient/p2\"}}");
        ImportReport report = register.heldAtMost(
                1_000_000, ChartFormat.NDJSON, many.toString().getBytes(StandardCharsets.UTF_8));

        assertEquals(1, report.problemCount());
        assertEquals(List.of(), register.chart("p1").conditions());
        assertEquals(1, register.chart("p2").conditions().size());
    }
}

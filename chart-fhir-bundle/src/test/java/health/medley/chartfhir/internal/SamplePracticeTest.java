package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.chart.ChartFormat;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.ImportReport;
import health.medley.core.chart.PatientChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample practice, delivered file by file, gives the charts that reading its folder gives. */
class SamplePracticeTest {

    private static final Path CHART = Path.of("..", "distribution", "src", "main", "dist", "sample-practice", "chart");

    private static Register register;
    private static Collected folder;

    @BeforeAll
    static void deliver() throws IOException {
        register = new Register();
        for (ImportReport report : deliverAll()) {
            assertEquals(List.of(), report.problems());
        }
        folder = Collected.from(CHART);
    }

    private static List<ImportReport> deliverAll() throws IOException {
        return ChartFolder.files(CHART).stream()
                .map(file -> register.take(ChartFormat.NDJSON, file.name(), bytes(file.path())))
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, PatientChart> byId(List<PatientChart> charts) {
        Map<String, PatientChart> byId = new TreeMap<>();
        charts.forEach(chart -> byId.put(chart.patient(), chart));
        return byId;
    }

    @Test
    void everyChartIsTheSame() {
        Map<String, PatientChart> expected = byId(folder.charts);

        assertEquals(200, expected.size());
        assertEquals(expected, register.all());
    }

    @Test
    void theSourceReadsTheSameInTheSameOrder() {
        Collected kept = new Collected();
        kept.counts =
                new RecordChartSource(register.store).read(Register.CALLER, ChartQuery.allOf(Path.of("nowhere")), kept);

        assertEquals(folder.charts, kept.charts);
        assertEquals(200, kept.counts.patients());
    }

    @Test
    void deliveringItAgainChangesNothing() throws IOException {
        long versions = register.versions();

        List<ImportReport> again = deliverAll();

        assertEquals(versions, register.versions());
        assertEquals(
                0,
                again.stream()
                        .mapToLong(report -> report.patientsAdded() + report.patientsChanged() + report.waiting())
                        .sum());
        assertTrue(again.stream().anyMatch(report -> report.patientsUnchanged() == 200));
    }

    @Test
    void medicationsAndAllergiesAreThereToo() {
        List<PatientChart> whole =
                register.all().keySet().stream().map(register::chart).toList();

        assertEquals(
                15_370,
                whole.stream().mapToLong(chart -> chart.medications().size()).sum());
        assertEquals(
                78, whole.stream().mapToLong(chart -> chart.allergies().size()).sum());
    }
}

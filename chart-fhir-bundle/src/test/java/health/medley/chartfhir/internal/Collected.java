package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import health.medley.core.Caller;
import health.medley.core.InputProblem;
import health.medley.core.Role;
import health.medley.core.chart.ChartCounts;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.ChartReader;
import health.medley.core.chart.PatientChart;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything one reading handed over. */
class Collected implements ChartReader<ChartCounts> {

    static final Caller CALLER = Caller.of("tests", "practice", Role.HOST, "reading");

    private static final JsonFactory JSON = FhirJson.factory();
    private static final FhirFolderChartSource SOURCE = new FhirFolderChartSource();

    final List<PatientChart> charts = new ArrayList<>();
    final List<InputProblem> problems = new ArrayList<>();
    final List<Long> progress = new ArrayList<>();
    ChartCounts counts = new ChartCounts(0, 0, Map.of(), Map.of());

    static Collected from(Path folder) {
        return from(ChartQuery.allOf(folder));
    }

    static Collected from(Path folder, Set<String> patients) {
        return from(new ChartQuery(Optional.of(folder), patients, ChartQuery.LONGEST_LINE_BYTES));
    }

    static Collected from(Path folder, long limit) {
        return from(new ChartQuery(Optional.of(folder), Set.of(), limit));
    }

    static Collected from(ChartQuery query) {
        Collected collected = new Collected();
        collected.counts = SOURCE.read(CALLER, query, collected);
        return collected;
    }

    /** Read one file that is nowhere but in memory, which is much faster where thousands are read. */
    static Collected from(String name, byte[] content) {
        Collected collected = new Collected();
        ChartFile file = new ChartFile(Path.of(name), "chart/" + name, 0, content.length);
        collected.counts = new FolderReading<>(
                        JSON,
                        any -> new ByteArrayInputStream(content),
                        List.of(file),
                        ChartQuery.allOf(Path.of("chart")),
                        collected)
                .read();
        return collected;
    }

    @Override
    public void patient(PatientChart chart) {
        charts.add(chart);
    }

    @Override
    public void problem(InputProblem problem) {
        problems.add(problem);
    }

    @Override
    public void progress(long bytes, long total) {
        progress.add(bytes);
    }

    @Override
    public ChartCounts result(ChartCounts all) {
        return all;
    }

    /** The places of all problems. */
    List<String> places() {
        return problems.stream().map(InputProblem::place).toList();
    }

    /** The ids of all charts. */
    List<String> ids() {
        return charts.stream().map(PatientChart::patient).toList();
    }

    /** The chart of one patient. */
    PatientChart chart(String patient) {
        return charts.stream()
                .filter(chart -> chart.patient().equals(patient))
                .findFirst()
                .orElseThrow();
    }
}

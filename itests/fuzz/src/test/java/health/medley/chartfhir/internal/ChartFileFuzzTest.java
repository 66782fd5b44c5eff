package health.medley.chartfhir.internal;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import health.medley.core.InputProblem;
import health.medley.core.chart.ChartCounts;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.ChartReader;
import health.medley.core.chart.PatientChart;
import health.medley.fuzz.Budget;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;

/** Any bytes are a chart, or are reported with a place. */
class ChartFileFuzzTest {
    private static final JsonFactory JSON = FhirJson.factory();

    @FuzzTest(maxDuration = "6s")
    void anyBytesAreAChartOrAreReported(FuzzedDataProvider data) throws Exception {
        String name = data.consumeBoolean() ? "chart/a.ndjson" : "chart/a.json";
        byte[] bytes = data.consumeRemainingAsBytes();
        ChartFile file = new ChartFile(Path.of(name), name, 0, bytes.length);
        ChartQuery query = ChartQuery.allOf(Path.of("chart"));
        Budget.hold(() -> new FolderReading<>(
                        JSON, any -> new ByteArrayInputStream(bytes), List.of(file), query, new Counting())
                .read());
    }

    private static final class Counting implements ChartReader<Integer> {
        private int seen;

        @Override
        public void patient(PatientChart chart) {
            seen += chart.conditions().size();
        }

        @Override
        public void problem(InputProblem problem) {
            seen += problem.problem().length();
        }

        @Override
        public Integer result(ChartCounts counts) {
            return seen;
        }
    }
}

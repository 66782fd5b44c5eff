package health.medley.eligibility.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartCondition;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SampleChartTest {
    private static final int EXPECTED_PATIENTS = 30;

    @Test
    void countsTheDiseasesOfTheSamplePracticeAsAnIndependentReadingDoes() throws IOException {
        Map<String, List<ChartCondition>> charts = new HashMap<>();
        for (NamedCsvRecord row : rows("chart-extract.csv")) {
            charts.computeIfAbsent(row.getField("patient"), patient -> new ArrayList<>())
                    .add(new ChartCondition(
                            List.of(TestCharts.code("SNOMED:" + row.getField("snomed"))),
                            day(row.getField("began")),
                            day(row.getField("abated")),
                            row.getField("refuted").equals("Y")));
        }
        ChronicJudge judge = new ChronicJudge(ChronicList.shipped(), Map.of());
        Map<String, Integer> expected = new TreeMap<>();
        Map<String, Integer> counted = new TreeMap<>();
        for (NamedCsvRecord row : rows("chart-extract-expected.csv")) {
            String patient = row.getField("patient");
            DiseaseCount count = new DiseaseCount(ServiceMonth.parse(row.getField("month")), judge);
            expected.put(patient, Integer.valueOf(row.getField("conditions")));
            counted.put(
                    patient, count.of(charts.getOrDefault(patient, List.of())).size());
        }
        assertEquals(EXPECTED_PATIENTS, expected.size());
        assertEquals(expected, counted);
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (InputStream bytes = SampleChartTest.class.getResourceAsStream(file)) {
            assertNotNull(bytes, file);
            return CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8)).stream()
                    .toList();
        }
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}

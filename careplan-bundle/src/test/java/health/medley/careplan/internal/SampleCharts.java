package health.medley.careplan.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartMedication;
import health.medley.core.chart.PatientChart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The conditions and medications of the sample practice, read as plainly as can be. */
final class SampleCharts {
    private static final Path CHART = Path.of("../distribution/src/main/dist/sample-practice/chart");
    private static final int DAY = 10;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, List<ChartCondition>> conditions = new TreeMap<>();
    private final Map<String, List<ChartMedication>> medications = new TreeMap<>();

    /** Every chart. */
    static List<PatientChart> read() throws IOException {
        SampleCharts charts = new SampleCharts();
        charts.each("Condition.ndjson.gz", charts::condition);
        charts.each("MedicationRequest.ndjson.gz", charts::medication);
        return charts.conditions.keySet().stream().map(charts::chart).toList();
    }

    private PatientChart chart(String patient) {
        return new PatientChart(
                patient,
                Optional.empty(),
                Optional.empty(),
                conditions.get(patient),
                List.of(),
                List.of(),
                medications.getOrDefault(patient, List.of()),
                List.of());
    }

    private void each(String file, Consumer<JsonNode> taker) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(CHART.resolve(file))), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                taker.accept(mapper.readTree(line));
            }
        }
    }

    private void condition(JsonNode condition) {
        conditions
                .computeIfAbsent(patient(condition), none -> new ArrayList<>())
                .add(new ChartCondition(
                        codes(condition.path("code")),
                        day(condition.path("onsetDateTime")),
                        day(condition.path("abatementDateTime")),
                        false));
    }

    private void medication(JsonNode medication) {
        JsonNode concept = medication.path("medicationCodeableConcept");
        medications
                .computeIfAbsent(patient(medication), none -> new ArrayList<>())
                .add(new ChartMedication(
                        medication.path("id").asText(),
                        codes(concept),
                        concept.path("text").asText(),
                        medication.path("status").asText(),
                        day(medication.path("authoredOn")),
                        ""));
    }

    private static String patient(JsonNode resource) {
        return resource.path("subject").path("reference").asText();
    }

    private static List<ChartCode> codes(JsonNode concept) {
        List<ChartCode> codes = new ArrayList<>();
        concept.path("coding")
                .forEach(coding -> codes.add(new ChartCode(
                        coding.path("system").asText(), coding.path("code").asText())));
        return codes;
    }

    private static Optional<LocalDate> day(JsonNode time) {
        return time.isMissingNode()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(time.asText().substring(0, DAY)));
    }
}

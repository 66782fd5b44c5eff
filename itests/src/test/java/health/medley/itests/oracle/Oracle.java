package health.medley.itests.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Work out the month of a practice a second time: plainly, slowly, from the written conventions alone and without a line
 * of Medley's own.
 */
public final class Oracle {
    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, String> shown = new HashMap<>();

    private Oracle() {}

    /** Decide every enrollment of a practice directory. */
    public static Oracle of(Path practice, YearMonth month) {
        Oracle oracle = new Oracle();
        oracle.decide(practice, month);
        return oracle;
    }

    /** One answer for each enrollment, as {@link Answer#numbered} keys them. */
    public Map<String, Answer> answers() {
        return Answer.numbered(answers);
    }

    /** The rows an answer was made of, for a person who looks into a difference. */
    public String facts(String key) {
        String[] words = key.split(" ");
        return shown.getOrDefault(words[0] + " " + words[1], "no such enrollment");
    }

    private void decide(Path practice, YearMonth month) {
        JsonNode about = json(practice.resolve("practice.json"));
        ZoneId zone = ZoneId.of(about.path("zone").asText());
        Chart chart = Chart.read(practice.resolve("chart"));
        Map<String, Map<String, String>> statements = new HashMap<>();
        for (Map<String, String> row : Csv.read(practice.resolve("month.csv"))) {
            if (row.get("month").equals(month.toString())) {
                statements.put(row.get("patient"), row);
            }
        }
        Map<String, List<Map<String, String>>> activity = activity(practice);
        List<Map<String, String>> enrollments = Csv.read(practice.resolve("enrollments.csv"));
        Map<String, Set<String>> programs = new HashMap<>();
        for (Map<String, String> row : enrollments) {
            programs.computeIfAbsent(row.get("patient"), p -> new TreeSet<>()).add(row.get("program"));
        }
        for (Map<String, String> enrollment : enrollments) {
            String patient = enrollment.get("patient");
            if (!chart.patients.containsKey(patient)) {
                continue;
            }
            String key = patient + " " + enrollment.get("program");
            Map<String, String> statement = statements.getOrDefault(patient, Map.of());
            List<Map<String, String>> entries = activity.getOrDefault(patient, List.of());
            Month facts = new Month(
                    month,
                    zone,
                    about.path("placeOfService").asText(),
                    enrollment,
                    statement,
                    entries,
                    chart.patients.get(patient));
            answers.add(answer(key, facts, about.path("setting").asText(), programs.getOrDefault(patient, Set.of())));
            shown.merge(key, show(facts, statement, entries), String::concat);
        }
    }

    private static Answer answer(String key, Month facts, String setting, Set<String> programs) {
        if (!facts.enrollment.get("program").equals("ccm") || !setting.equals("PFS")) {
            return Neighbours.decide(key, facts, setting, programs);
        }
        return Judge.decide(key, facts, programs);
    }

    /** Rows by patient, without what must be rejected: an end before its start, a second row of one id. */
    private static Map<String, List<Map<String, String>>> activity(Path practice) {
        Map<String, List<Map<String, String>>> activity = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Map<String, String> row : Csv.read(practice.resolve("activity.csv"))) {
            boolean backwards = OffsetDateTime.parse(row.get("end")).isBefore(OffsetDateTime.parse(row.get("start")));
            if (!backwards && ids.add(row.get("id"))) {
                activity.computeIfAbsent(row.get("patient"), p -> new ArrayList<>())
                        .add(row);
            }
        }
        return activity;
    }

    private static String show(Month facts, Map<String, String> statement, List<Map<String, String>> entries) {
        StringBuilder text = new StringBuilder();
        text.append("  enrollment ").append(facts.enrollment).append('\n');
        text.append("  month      ").append(statement).append('\n');
        text.append("  chart      ").append(facts.diseases()).append(" diseases of ");
        text.append(facts.chart.problems).append("; visits ").append(facts.chart.visits);
        text.append("; death ").append(facts.chart.death).append('\n');
        for (Map<String, String> entry : entries) {
            text.append("  activity   ").append(entry).append('\n');
        }
        return text.toString();
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }
}

package health.medley.cli.internal.practice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import health.medley.core.InputProblem;
import health.medley.core.chart.ChartQuery;
import health.medley.core.practice.Practice;
import health.medley.core.practice.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code practice.json}: who bills, where and in which time zone. */
public final class PracticeJson {

    /** The file's name. */
    public static final String FILE = "practice.json";

    private static final String LONGEST_LINE = "longestLineBytes";
    private static final String PARAMETERS = "parameters";
    private static final List<String> REQUIRED =
            List.of("name", "npi", "zone", "placeOfService", "locality", "setting");

    /**
     * What the file says.
     *
     * @param practice the practice
     * @param longestLineBytes limit of one line of any of its files
     * @param unread keys that have no meaning here
     */
    public record Content(Practice practice, long longestLineBytes, List<String> unread) {}

    private record Value(String text, long line) {}

    private final KnownPrograms known;
    private final Rejects rejects;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private Map<String, Map<String, String>> parameters = Map.of();
    private boolean good = true;

    private PracticeJson(KnownPrograms known, Rejects rejects) {
        this.known = known;
        this.rejects = rejects;
    }

    /**
     * Read the file.
     *
     * @param known the programs that its parameters may name
     * @return empty if it cannot be used, which the rejects then say
     */
    public static Optional<Content> read(Path folder, JsonFactory json, KnownPrograms known, Rejects rejects)
            throws IOException {
        PracticeJson reading = new PracticeJson(known, rejects);
        try (InputStream in = Files.newInputStream(folder.resolve(FILE));
                JsonParser parser = json.createParser(in)) {
            parser.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
            reading.parse(parser);
        } catch (JsonProcessingException e) {
            long line =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            String column = e.getLocation() == null
                    ? ""
                    : Integer.toString(e.getLocation().getColumnNr());
            reading.reject(line, column, "", "This is not JSON: " + firstLine(e), "Mend it; " + expected());
        }
        return reading.good ? reading.content() : Optional.empty();
    }

    private void parse(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            reject(1, "", "", "The file does not hold a JSON object.", "Begin it with {; " + expected());
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            long line = parser.currentTokenLocation().getLineNr();
            if (key.equals(PARAMETERS)) {
                parameters = new PracticeParameters(
                                parser,
                                known,
                                (at, value, remedy) ->
                                        reject(at, key, value, "This is not a value for \"" + key + "\".", remedy))
                        .read();
            } else if (token.isScalarValue()) {
                values.put(key, new Value(parser.getText(), line));
            } else {
                parser.skipChildren();
                values.put(key, new Value("", line));
            }
        }
        if (parser.nextToken() != null) {
            long line = parser.currentTokenLocation().getLineNr();
            reject(line, "", "", "Something follows the JSON object.", "Remove what follows the last }.");
        }
    }

    private Optional<Content> content() {
        String name = text("name", ".+", "Write the practice's name.");
        String npi = text("npi", "\\d{10}", "Write the ten digits of the practice's NPI.");
        ZoneId zone = zone();
        String pos = text("placeOfService", "\\d{2}", "Write two digits, for example \"11\" for an office.");
        String locality = text("locality", ".+", "Write \"national\" or a locality of the fee schedule.");
        String setting = text("setting", "PFS|RHC|FQHC", "Write one of " + Arrays.toString(Setting.values()) + ".");
        long limit = limit();
        if (!good) {
            return Optional.empty();
        }
        List<String> unread = values.keySet().stream()
                .filter(key -> !REQUIRED.contains(key) && !key.equals(LONGEST_LINE))
                .toList();
        Practice practice = new Practice(name, npi, zone, pos, locality, Setting.valueOf(setting), parameters);
        return Optional.of(new Content(practice, limit, unread));
    }

    private String text(String key, String pattern, String remedy) {
        Value value = values.get(key);
        if (value == null) {
            reject(1, key, "", "The key \"" + key + "\" is missing.", remedy);
            return "";
        }
        if (!value.text().matches(pattern)) {
            reject(value.line(), key, value.text(), "This is not a value for \"" + key + "\".", remedy);
        }
        return value.text();
    }

    private ZoneId zone() {
        String remedy = "Write the name of an IANA time zone, for example \"America/New_York\".";
        String text = text("zone", ".+", remedy);
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            if (!text.isEmpty()) {
                reject(values.get("zone").line(), "zone", text, "This time zone is unknown.", remedy);
            }
            return ZoneId.of("UTC");
        }
    }

    private long limit() {
        if (!values.containsKey(LONGEST_LINE)) {
            return ChartQuery.LONGEST_LINE_BYTES;
        }
        String text = text(LONGEST_LINE, "[1-9]\\d{0,9}", "Write a number of bytes, for example 16777216.");
        return text.matches("[1-9]\\d{0,9}") ? Long.parseLong(text) : ChartQuery.LONGEST_LINE_BYTES;
    }

    private void reject(long line, String column, String value, String problem, String remedy) {
        good = false;
        rejects.add(new InputProblem(FILE, line, column, value, problem, remedy));
    }

    private static String expected() {
        return "it holds one object with the keys " + String.join(", ", REQUIRED) + ".";
    }

    private static String firstLine(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)) + ".";
    }
}

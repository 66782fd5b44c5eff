package health.medley.cli.internal.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.core.InputProblem;
import health.medley.core.billing.Determination;
import health.medley.core.rules.RuleRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/** Writes JSON with its keys in order, so that the same content is the same bytes. */
public final class Json {

    /** Reads and writes JSON; its recycled buffers pin no class loader. */
    public static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .rootValueSeparator("\n")
            .build();

    private static final ObjectMapper MAPPER =
            new ObjectMapper(FACTORY).configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final ObjectReader STRICT = MAPPER.reader()
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectWriter FOR_PEOPLE = MAPPER.writer(printer());

    private Json() {}

    /** Write values to a file, one on a line; the last line is not ended. */
    public static JsonGenerator lines(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out, JsonEncoding.UTF8);
    }

    /** The JSON object of a determination, to take parts of it. */
    public static ObjectNode tree(Determination determination) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = lines(bytes)) {
            DeterminationJson.write(generator, determination);
            generator.flush();
            return MAPPER.readValue(bytes.toByteArray(), ObjectNode.class);
        } catch (IOException e) {
            throw new IllegalStateException("What was just written as JSON can be read", e);
        }
    }

    /** Read one JSON value; a key given twice, or anything after the value, is an error. */
    public static JsonNode read(String text) throws JsonProcessingException {
        return STRICT.readTree(text);
    }

    /** A rule set's name, version and hash. */
    public static Map<String, Object> of(RuleRef rules) {
        return new TreeMap<>(Map.of("name", rules.name(), "version", rules.version(), "hash", rules.sha256()));
    }

    /** A problem of the input. */
    public static Map<String, Object> of(InputProblem problem) {
        return new TreeMap<>(Map.of(
                "file",
                problem.file(),
                "line",
                problem.line(),
                "column",
                problem.column(),
                "value",
                problem.value(),
                "problem",
                problem.problem(),
                "remedy",
                problem.remedy()));
    }

    /** Indented, with LF line ends on every system. */
    public static String pretty(Object value) {
        try {
            return FOR_PEOPLE.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists, text and numbers can always be written as JSON", e);
        }
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return printer;
    }
}

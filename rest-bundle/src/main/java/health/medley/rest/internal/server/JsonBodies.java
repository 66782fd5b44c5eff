package health.medley.rest.internal.server;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.StoredRecord;
import health.medley.record.RecordJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the JSON of requests strictly and writes that of answers. Made once. */
public final class JsonBodies {

    private final ObjectMapper mapper;
    private final ObjectWriter writer;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    /** Read within these limits. */
    public JsonBodies(Limits limits) {
        mapper = strict(limits);
        writer = mapper.writer();
    }

    private static ObjectMapper strict(Limits limits) {
        ObjectMapper mapper = RecordJson.mapper();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNumberLength(Limits.numberDigits())
                        .maxStringLength(limits.jsonBytes())
                        .build());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        coercions(mapper);
        // a collection that is not said is empty
        for (Class<?> type : List.of(List.class, Set.class, Map.class)) {
            mapper.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    @SuppressWarnings("deprecation") // the feature can be set on a mapper that is built; its builder is the kit's
    private static void coercions(ObjectMapper mapper) {
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }

    /**
     * Read a body.
     *
     * @throws health.medley.core.MedleyException {@code ARGUMENT_INVALID}, naming line and column
     */
    Object read(byte[] body, Class<?> type) {
        try {
            Object value = readers.computeIfAbsent(type, mapper::readerFor).readValue(body);
            if (value == null) {
                throw new MedleyException(
                        ErrorCode.ARGUMENT_INVALID, "Reading the body: it is null; expected a JSON object");
            }
            return value;
        } catch (IOException e) {
            throw JsonProblem.of(e);
        }
    }

    byte[] write(Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalStateException("A value of core can always be written as JSON", e);
        }
    }

    /** The value of a record as an answer shows it. */
    byte[] write(StoredRecord stored) {
        try {
            ObjectNode body = mapper.createObjectNode();
            body.put("id", stored.id());
            body.put("version", stored.version());
            body.setAll((ObjectNode) mapper.readTree(stored.body()));
            return writer.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException("The body of a record is a JSON object", e);
        }
    }
}

package health.medley.store.internal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import health.medley.record.RecordJson;
import health.medley.store.internal.database.Damage;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Index fields and unique keys as the JSON text in which they are kept, in order. Safe for concurrent use. */
public final class Texts {

    private static final String NO_FIELDS = "{}";
    private static final String NO_KEYS = "[]";
    private static final ObjectMapper MAPPER = RecordJson.mapper();
    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final ObjectReader FIELDS = MAPPER.readerFor(new TypeReference<TreeMap<String, String>>() {});
    private static final ObjectReader KEYS = MAPPER.readerFor(new TypeReference<Set<String>>() {});

    private Texts() {}

    /** Sorted index fields as text. */
    public static String fields(Map<String, String> fields) {
        return fields.isEmpty() ? NO_FIELDS : write(fields);
    }

    /** Sorted unique keys as text. */
    public static String keys(Set<String> keys) {
        return keys.isEmpty() ? NO_KEYS : write(keys);
    }

    /** Index fields from text. */
    public static Map<String, String> fields(String text) {
        if (text.equals(NO_FIELDS)) {
            return Map.of();
        }
        return text.indexOf('\\') < 0 ? plain(text) : read(FIELDS, text);
    }

    /** Text without escapes, as nearly all is: what stands between its quotes is a name and a value in turn. */
    private static Map<String, String> plain(String text) {
        Map<String, String> fields = new TreeMap<>();
        int end = -1;
        for (int start = text.indexOf('"'); start >= 0; start = text.indexOf('"', end + 1)) {
            int nameEnd = text.indexOf('"', start + 1);
            int value = text.indexOf('"', nameEnd + 1);
            end = text.indexOf('"', value + 1);
            if (nameEnd < 0 || value < 0 || end < 0) {
                throw Damage.missing("the text of index fields");
            }
            fields.put(text.substring(start + 1, nameEnd), text.substring(value + 1, end));
        }
        return fields;
    }

    /** Unique keys from text. */
    public static Set<String> keys(String text) {
        return text.equals(NO_KEYS) ? Set.of() : read(KEYS, text);
    }

    private static String write(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps and sets of text can always be written", e);
        }
    }

    private static <T> T read(ObjectReader reader, String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            // the parser's message may quote what is kept
            throw Damage.missing("the text of index fields or unique keys");
        }
    }
}

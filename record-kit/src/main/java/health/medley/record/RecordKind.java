package health.medley.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.Recorded;
import health.medley.core.store.StoredRecord;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says how values of one type are kept: their kind, their JSON and what they are found by. A member that this version
 * of the type does not know is ignored when read and kept when a new version is written.
 *
 * @param <T> a record of core whose first components are its id and version
 */
public final class RecordKind<T extends Record & Recorded> {

    private static final String ID = "id";
    private static final String VERSION = "version";
    private static final String EMPTY = "{}";

    private final String name;
    private final int schema;
    private final Class<T> type;
    private final ObjectMapper mapper;
    private final ObjectReader reader;
    private final Set<String> known;
    private Function<T, Optional<PatientRef>> patient = value -> Optional.empty();
    private Function<T, Optional<ServiceMonth>> month = value -> Optional.empty();
    private Function<T, Map<String, String>> index = value -> Map.of();
    private Function<T, Set<String>> keys = value -> Set.of();

    private RecordKind(String name, int schema, Class<T> type, ObjectMapper mapper) {
        this.name = name;
        this.schema = schema;
        this.type = type;
        this.mapper = mapper;
        this.reader = mapper.readerFor(type);
        this.known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Keep values of {@code type} as records of kind {@code name}, their JSON by version {@code schema}. */
    public static <T extends Record & Recorded> RecordKind<T> of(
            String name, int schema, Class<T> type, ObjectMapper mapper) {
        return new RecordKind<>(name, schema, type, mapper);
    }

    /** Say whose a value is. */
    public RecordKind<T> ofPatient(Function<T, PatientRef> whose) {
        patient = value -> Optional.of(whose.apply(value));
        return this;
    }

    /** Say to which service month a value belongs. */
    public RecordKind<T> inMonth(Function<T, ServiceMonth> which) {
        month = value -> Optional.of(which.apply(value));
        return this;
    }

    /** Say what a value is found by. */
    public RecordKind<T> foundBy(Function<T, Map<String, String>> fields) {
        index = fields;
        return this;
    }

    /** Say which keys a value holds that no other record of the kind may hold. */
    public RecordKind<T> unique(Function<T, Set<String>> held) {
        keys = held;
        return this;
    }

    /** The kind's name. */
    public String name() {
        return name;
    }

    /**
     * The key of the record with this id.
     *
     * @throws MedleyException {@code RECORD_ABSENT} if no record can have such an id
     */
    public RecordKey key(String id) {
        if (!RecordKey.isId(id)) {
            throw new MedleyException(
                    ErrorCode.RECORD_ABSENT,
                    "There is no " + name + " with this id: an id is 1 to 100 visible ASCII characters; list them to"
                            + " see which there are");
        }
        return new RecordKey(name, id);
    }

    /** Make the draft of a value's next version; its {@code version} is the one the record has now. */
    public RecordDraft draft(T value, Optional<StoredRecord> previous, String reason) {
        return new RecordDraft(
                key(value.id()),
                value.version(),
                schema,
                body(value, previous),
                patient.apply(value),
                month.apply(value),
                index.apply(value),
                keys.apply(value),
                reason);
    }

    /** Read a value from its record. */
    public T value(StoredRecord stored) {
        if (stored.schema() > schema) {
            throw new MedleyException(
                    ErrorCode.STORE_INCOMPATIBLE,
                    "Reading a record of kind " + name + ": its schema version is " + stored.schema()
                            + ", this bundle reads up to " + schema + "; activate the newer bundle again");
        }
        try {
            String text = stored.body();
            if (plain(stored.id()) && (text.startsWith("{\"") || text.equals(EMPTY))) {
                // no tree is made: closing a month reads hundreds of thousands of records
                return reader.readValue(head(stored.id(), stored.version(), text.length()) + text.substring(1));
            }
            ObjectNode body = (ObjectNode) mapper.readTree(text);
            body.put(ID, stored.id());
            body.put(VERSION, stored.version());
            return mapper.treeToValue(body, type);
        } catch (IOException | ClassCastException e) {
            // the parser's message may quote patient data
            throw new MedleyException(
                    ErrorCode.STORE_DAMAGED,
                    "Reading a record of kind " + name + ", version " + stored.version() + ": its body is no "
                            + type.getSimpleName() + "; run medley audit verify");
        }
    }

    private String body(T value, Optional<StoredRecord> previous) {
        try {
            if (previous.isEmpty() && plain(value.id())) {
                String text = mapper.writeValueAsString(value);
                String head = head(value.id(), value.version(), text.length());
                if (text.startsWith(head)) {
                    return "{" + text.substring(head.length());
                }
            }
            ObjectNode body = mapper.valueToTree(value);
            body.remove(ID);
            body.remove(VERSION);
            if (previous.isPresent()) {
                keepUnknown(mapper.readTree(previous.get().body()), body);
            }
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of core can always be written as JSON", e);
        }
    }

    /** How the JSON of a value begins, whose whole text is so long: its first two components, and what joins the rest. */
    private static String head(String id, long version, int whole) {
        return "{\"" + ID + "\":\"" + id + "\",\"" + VERSION + "\":" + version + (whole > EMPTY.length() ? "," : "");
    }

    /** Whether an id stands in JSON as it is. */
    private static boolean plain(String id) {
        return id.indexOf('"') < 0 && id.indexOf('\\') < 0;
    }

    private void keepUnknown(JsonNode before, ObjectNode body) {
        before.properties().forEach(member -> {
            if (!known.contains(member.getKey())) {
                body.set(member.getKey(), member.getValue());
            }
        });
    }
}

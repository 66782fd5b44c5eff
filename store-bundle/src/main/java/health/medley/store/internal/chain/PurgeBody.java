package health.medley.store.internal.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.record.RecordJson;
import java.util.List;

/**
 * What the record of a purge says.
 *
 * @param kind the kind that was purged
 * @param entries the entries of the versions that were emptied, in order
 */
public record PurgeBody(String kind, List<Long> entries) {

    /** The kind of the record of a purge. */
    public static final String KIND = "store.purge";

    /** Schema version of its body. */
    public static final int SCHEMA = 1;

    private static final ObjectMapper MAPPER = RecordJson.mapper();

    /** Copy the entries. */
    public PurgeBody {
        entries = List.copyOf(entries);
    }

    /** Read a body; one that cannot be read announces nothing. */
    static PurgeBody of(String body) {
        try {
            return MAPPER.readValue(body, PurgeBody.class);
        } catch (JsonProcessingException e) {
            return new PurgeBody("", List.of());
        }
    }

    /** As a body. */
    public String text() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers can always be written", e);
        }
    }
}

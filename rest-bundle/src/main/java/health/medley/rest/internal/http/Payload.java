package health.medley.rest.internal.http;

import java.util.List;

/** What a body is, of a request or of an answer. */
public sealed interface Payload {

    /** No body. */
    Payload NONE = new None();

    /** No body. */
    record None() implements Payload {}

    /**
     * JSON.
     *
     * @param type the record it is read into or written from
     * @param list whether it is a list of them, {@code {"items": [...], "next": "..."}}
     */
    record Json(Class<?> type, boolean list) implements Payload {}

    /**
     * Bytes.
     *
     * @param mediaTypes what they may be; without parameters
     */
    record Bytes(List<String> mediaTypes) implements Payload {
        /** Copy the list. */
        public Bytes {
            mediaTypes = List.copyOf(mediaTypes);
        }
    }
}

package health.medley.rest.internal.http;

import health.medley.core.Page;
import health.medley.core.store.Recorded;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers a call that went well. What went wrong is thrown.
 *
 * @param body what is written as JSON; empty for none, or when {@code stream} writes it
 * @param stream writes the body itself
 * @param version the version for the {@code ETag}; 0 for none
 * @param location path of what was made; empty for none
 * @param status status in place of the route's; 0 for the route's
 */
public record Reply(
        Optional<Object> body, Optional<BodyWriter> stream, long version, Optional<String> location, int status) {

    private static final Reply NOTHING = new Reply(Optional.empty(), Optional.empty(), 0, Optional.empty(), 0);

    /** Check that no part is null. */
    public Reply {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(location, "location");
    }

    /** Nothing to say: 204. */
    public static Reply nothing() {
        return NOTHING;
    }

    /** One value; its version becomes the {@code ETag} if it has one. */
    public static Reply of(Object value) {
        long version = value instanceof Recorded kept ? kept.version() : 0;
        return new Reply(Optional.of(value), Optional.empty(), version, Optional.empty(), 0);
    }

    /** A value that was made, found at {@code path} followed by its id. */
    public static Reply made(Recorded value, String path) {
        return of(value).at(path + "/" + value.id());
    }

    /** A whole list. */
    public static Reply list(List<?> items) {
        return of(new Items(items, Optional.empty()));
    }

    /** One page of a list in the order of the ids; it says how to go on if it is full. */
    public static Reply page(List<? extends Recorded> items, Page page) {
        return of(new Items(
                items,
                items.size() < page.limit()
                        ? Optional.empty()
                        : Optional.of(items.get(items.size() - 1).id())));
    }

    /** One page of a list whose items are no records; {@code last} is what {@code after} takes to go on. */
    public static Reply page(List<?> items, Page page, String last) {
        return of(new Items(items, items.size() < page.limit() ? Optional.empty() : Optional.of(last)));
    }

    /** A body that is written as it is made. */
    public static Reply stream(BodyWriter writer) {
        return new Reply(Optional.empty(), Optional.of(writer), 0, Optional.empty(), 0);
    }

    /** This reply, saying where the thing is. */
    public Reply at(String path) {
        return new Reply(body, stream, version, Optional.of(path), status);
    }

    /** This reply with another status than the route's. */
    public Reply status(int other) {
        return new Reply(body, stream, version, location, other);
    }
}

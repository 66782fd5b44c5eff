package health.medley.rest.internal.http;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request, read and checked as its {@link Route} declares it. Used by one thread. */
public final class Call {

    private static final int USUAL_LIMIT = 100;

    private final Caller caller;
    private final Map<String, String> segments;
    private final Map<String, String> queries;
    private final long version;
    private final @Nullable Object body;
    private final Incoming incoming;

    /** Hold what was read of a request; {@code version} is 0 and {@code body} null where the route takes none. */
    public Call(
            Caller caller,
            Map<String, String> segments,
            Map<String, String> queries,
            long version,
            @Nullable Object body,
            Incoming incoming) {
        this.caller = caller;
        this.segments = segments;
        this.queries = queries;
        this.version = version;
        this.body = body;
        this.incoming = incoming;
    }

    /** Who calls, pinned to one routing, with the request's idempotency key. Hand it to every port as it is. */
    public Caller caller() {
        return caller;
    }

    /** A segment of the path, decoded. */
    public String path(String name) {
        String segment = segments.get(name);
        if (segment == null) {
            throw new IllegalArgumentException("The route's path has no {" + name + "}");
        }
        return segment;
    }

    /** The patient named in the path, {@code {patient}}; whether there is such a patient is the port's word. */
    public PatientRef patient() {
        try {
            return new PatientRef(path("patient"));
        } catch (IllegalArgumentException e) {
            throw new MedleyException(
                    ErrorCode.PATIENT_UNKNOWN,
                    "The path names no patient: expected a patient reference; POST /api/patients/lookup gives it for a"
                            + " FHIR id");
        }
    }

    /** The service month named in the path, {@code {month}}. */
    public ServiceMonth month() {
        return ServiceMonth.parse(path("month"));
    }

    /** A query parameter that the route declares. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(queries.get(name));
    }

    /** The page asked for with {@code after} and {@code limit}. */
    public Page page() {
        int limit = query("limit").map(Call::limit).orElse(USUAL_LIMIT);
        return new Page(query("after"), limit);
    }

    private static int limit(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID, "The query parameter limit is no number: expected 1 to " + Page.MOST);
        }
    }

    /** The version the caller saw, as {@code If-Match} says; for routes declared {@code withVersion}. */
    public long version() {
        return version;
    }

    /** The body, read into the type the route declares. */
    public <T> T body(Class<T> type) {
        return type.cast(body);
    }

    /** The body's bytes as they come, for routes declared {@code takesStream}; limited, and closed by the edge. */
    public InputStream content() throws IOException {
        return incoming.content();
    }

    /** The media type of the body, lower case and without parameters; empty if the request says none. */
    public String contentType() {
        return incoming.contentType();
    }

    /**
     * Begin a job and answer 202 with it: it goes on after the answer, and after a restart.
     *
     * @param kind name of a {@link JobKind} that a {@link RouteSource} gives
     * @param input what it is to do, by name; no patient data
     */
    public Reply begin(String kind, Map<String, String> input) {
        return incoming.begin(caller, kind, input);
    }

    /** Begin a job that works on this request's body, which is kept until the job has ended. */
    public Reply beginWithContent(String kind, Map<String, String> input) throws IOException {
        return incoming.beginWithContent(caller, kind, input);
    }
}

package health.medley.rest.internal.server;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.rest.internal.http.Payload;
import health.medley.rest.internal.http.Route;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the headers of a request and refuses those that do not fit the route. */
final class RequestHead {

    static final String JSON = "application/json";

    private static final String BEARER = "bearer ";
    private static final int LONGEST_TOKEN = 200;
    private static final Pattern ENTITY_TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private final Exchange exchange;

    RequestHead(Exchange exchange) {
        this.exchange = exchange;
    }

    Secret secret() {
        String header = exchange.header("Authorization").orElse("");
        if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER) || header.length() > LONGEST_TOKEN) {
            throw new MedleyException(
                    ErrorCode.TOKEN_INVALID,
                    "The request has no token: expected the header Authorization: Bearer TOKEN");
        }
        return new Secret(header.substring(BEARER.length()).strip());
    }

    /** The version named in {@code If-Match}; 0 where the route wants none. */
    long version(Route route) {
        if (!route.versioned()) {
            return 0;
        }
        String header = exchange.header("If-Match")
                .orElseThrow(() -> new MedleyException(
                        ErrorCode.VERSION_ABSENT,
                        "Asking for " + route.name() + ": the header If-Match is missing; expected the ETag of what is"
                                + " to be changed, \"0\" for what is not there yet"));
        Matcher matcher = ENTITY_TAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Asking for " + route.name()
                            + ": If-Match is no ETag of this server; expected one number in quotes");
        }
        return Long.parseLong(matcher.group(1));
    }

    /** The body's media type, without parameters. */
    String contentType() {
        String header = exchange.header("Content-Type").orElse("");
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    void checkContentType(Route route) {
        boolean taken = true;
        String expected = JSON;
        if (route.body() instanceof Payload.Json) {
            taken = contentType().equals(JSON);
        } else if (route.body() instanceof Payload.Bytes bytes) {
            taken = bytes.mediaTypes().contains(contentType());
            expected = String.join(" or ", bytes.mediaTypes());
        }
        if (!taken) {
            throw new MedleyException(
                    ErrorCode.MEDIA_TYPE_UNKNOWN,
                    "Asking for " + route.name() + ": expected a body with Content-Type " + expected);
        }
    }

    void checkAccept(Route route) {
        Optional<String> accept = exchange.header("Accept");
        if (accept.isEmpty() || route.answer() instanceof Payload.None) {
            return;
        }
        String given = route.answer() instanceof Payload.Bytes bytes
                ? bytes.mediaTypes().get(0)
                : JSON;
        for (String each : accept.get().split(",")) {
            String range = each.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            boolean fits = range.equals("*/*")
                    || range.equals(given)
                    || range.endsWith("/*") && given.startsWith(range.substring(0, range.length() - 1));
            if (fits) {
                return;
            }
        }
        throw new MedleyException(
                ErrorCode.ANSWER_UNACCEPTABLE, "Asking for " + route.name() + ": it answers " + given + " only");
    }
}

package health.medley.rest.internal.server;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.rest.internal.http.Parameter;
import health.medley.rest.internal.http.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the query of a URL against what the route declares. */
final class QueryText {

    private QueryText() {}

    /**
     * The parameters by name.
     *
     * @throws MedleyException {@code ARGUMENT_INVALID} for a parameter that the route does not know, that comes twice or
     *     is missing
     */
    static Map<String, String> read(Optional<String> query, Route route) {
        Map<String, String> values = new HashMap<>();
        for (String part : query.orElse("").split("&")) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decoded(part.substring(equals + 1).replace("+", "%20"));
            boolean known =
                    route.queries().stream().anyMatch(each -> each.name().equals(name));
            if (!known || values.put(name, value) != null) {
                throw wrong((known ? "a query parameter comes twice" : "a query parameter is unknown"), route);
            }
        }
        for (Parameter parameter : route.queries()) {
            if (parameter.required() && !values.containsKey(parameter.name())) {
                throw wrong("the query parameter " + parameter.name() + " is missing", route);
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return PercentText.decode(text)
                .orElseThrow(() -> new MedleyException(
                        ErrorCode.ARGUMENT_INVALID, "The query is wrongly encoded: expected UTF-8 with %XX"));
    }

    private static MedleyException wrong(String what, Route route) {
        String known = route.queries().stream().map(Parameter::name).collect(Collectors.joining(", "));
        return new MedleyException(
                ErrorCode.ARGUMENT_INVALID,
                "Asking for " + route.name() + ": " + what + "; it knows "
                        + (known.isEmpty() ? "no query parameter" : known));
    }
}

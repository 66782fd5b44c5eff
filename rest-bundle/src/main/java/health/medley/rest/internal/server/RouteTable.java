package health.medley.rest.internal.server;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.rest.internal.http.Method;
import health.medley.rest.internal.http.Route;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the route of a path, segment by segment. Made once; read by every request. */
public final class RouteTable {

    /**
     * What was found for a path.
     *
     * @param routes the routes of the path, by method
     * @param segments the named segments, decoded
     */
    record Match(Map<Method, Route> routes, Map<String, String> segments) {

        Optional<Route> route(String method) {
            for (Map.Entry<Method, Route> each : routes.entrySet()) {
                if (each.getKey().name().equals(method)) {
                    return Optional.of(each.getValue());
                }
            }
            return Optional.empty();
        }

        /** Whether everything at the path is open. */
        boolean open() {
            return routes.values().stream().allMatch(Route::open);
        }

        String allowed() {
            return routes.keySet().stream().map(Method::name).collect(Collectors.joining(", "));
        }
    }

    private static final class Node {
        private final Map<String, Node> words = new HashMap<>();
        private final Map<Method, Route> routes = new EnumMap<>(Method.class);
        private @Nullable Node named;
        private String name = "";

        Node child(String segment, String path) {
            if (!segment.startsWith("{")) {
                return words.computeIfAbsent(segment, word -> new Node());
            }
            String wanted = segment.substring(1, segment.length() - 1);
            Node child = named == null ? new Node() : named;
            if (named != null && !child.name.equals(wanted)) {
                throw new IllegalArgumentException("Route " + path + ": its {" + wanted + "} is called {" + child.name
                        + "} by another route with the same beginning");
            }
            child.name = wanted;
            named = child;
            return child;
        }
    }

    private final Node root = new Node();
    private final List<Route> routes;

    /** Make the table; two routes for one method and path, or of one name, are a mistake. */
    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        Set<String> names = new HashSet<>();
        for (Route route : routes) {
            Node node = root;
            for (String segment : route.path().substring(1).split("/")) {
                node = node.child(segment, route.path());
            }
            if (node.routes.put(route.method(), route) != null || !names.add(route.name())) {
                throw new IllegalArgumentException(
                        "Route " + route.name() + ", " + route.method() + " " + route.path() + ", is declared twice");
            }
        }
    }

    /** All routes, in the order they were given. */
    public List<Route> routes() {
        return routes;
    }

    /** Find what is at an encoded path. A word wins over a named segment; there is no going back. */
    Optional<Match> find(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        Map<String, String> segments = new HashMap<>();
        Node node = root;
        int from = 1;
        while (from <= path.length()) {
            int end = path.indexOf('/', from);
            String segment = path.substring(from, end < 0 ? path.length() : end);
            Node next = node.words.get(segment);
            if (next == null && node.named != null && !segment.isEmpty()) {
                next = node.named;
                segments.put(next.name, decoded(segment));
            }
            if (next == null) {
                return Optional.empty();
            }
            node = next;
            from = end < 0 ? path.length() + 1 : end + 1;
        }
        return node.routes.isEmpty() ? Optional.empty() : Optional.of(new Match(node.routes, segments));
    }

    private static String decoded(String segment) {
        return PercentText.decode(segment)
                .orElseThrow(() -> new MedleyException(
                        ErrorCode.ARGUMENT_INVALID,
                        "The path is wrongly encoded: expected UTF-8 with %XX for what may not stand in a path"));
    }
}

package health.medley.rest.internal.server;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.ports.Lease;
import health.medley.core.ports.Ports;
import health.medley.fuzz.Budget;
import health.medley.record.MemoryRecordStore;
import health.medley.rest.internal.http.Payload;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import health.medley.rest.internal.routes.RouteList;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Any request is answered, within a second, and never with the fault of somebody here. */
class DispatcherFuzzTest {
    private static final Limits LIMITS =
            new Limits(1 << 20, 1 << 20, 40, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(1));
    private static final String FILLED = "pabcdefghijklmnopqrstuvwxyz";
    private static final List<Route> ROUTES = routes();
    private static final JsonNode EXAMPLES = examples();
    private static final Caller SERVER = Caller.of("server", Accounts.SERVER, Role.HOST, "fuzzing");
    private static final MemoryRecordStore ACCOUNTS = new MemoryRecordStore(Clock.systemUTC());
    private static final Accounts KNOWN = new Accounts(ACCOUNTS);
    private static final String TOKEN = KNOWN.issue(SERVER, Accounts.MAIN, "ada", Role.HOST, Optional.empty())
            .secret();
    private static final Dispatcher DISPATCHER = dispatcher();

    @FuzzTest(maxDuration = "10s")
    void anyRequestIsAnswered(FuzzedDataProvider data) throws Exception {
        Typed request = data.consumeBoolean() ? likely(data) : anything(data);
        Budget.hold(() -> {
            int status = DISPATCHER.answer(request).status();
            if (status == 500) {
                throw new IllegalStateException(request.method() + " " + request.path() + " fails");
            }
        });
    }

    /** A route with its own example, some piece of which is another. */
    private static Typed likely(FuzzedDataProvider data) {
        Route route = data.pickValue(ROUTES.toArray(Route[]::new));
        JsonNode example = EXAMPLES.path(route.name());
        String path = route.path().replace("{patient}", FILLED).replace("{month}", "2025-03");
        if (data.consumeBoolean()) {
            path = route.path().replaceFirst("\\{\\w+}", quoted(data.consumeAsciiString(40)));
        }
        String body =
                example.path("body").isMissingNode() ? "" : example.get("body").toString();
        String query = example.path("query").asText();
        String type =
                route.body() instanceof Payload.Bytes bytes ? bytes.mediaTypes().get(0) : "application/json";
        Map<String, String> headers = headers(type, data.consumeBoolean() ? "\"1\"" : data.consumeString(20));
        if (data.consumeBoolean()) {
            query = spliced(query, data, data.consumeString(60));
        }
        return new Typed(
                route.method().name(),
                path,
                query.isEmpty() ? Optional.empty() : Optional.of(query),
                headers,
                spliced(body, data, data.consumeRemainingAsString()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private static String spliced(String text, FuzzedDataProvider data, String piece) {
        if (piece.isEmpty()) {
            return text;
        }
        int from = Math.floorMod(piece.hashCode(), text.length() + 1);
        int to = Math.min(text.length(), from + piece.length() % 17);
        return text.substring(0, from) + piece + text.substring(to);
    }

    private static Typed anything(FuzzedDataProvider data) {
        String method = data.pickValue(new String[] {"GET", "POST", "PUT", "DELETE", "HEAD", "BREW"});
        String path = data.consumeString(120);
        Optional<String> query = Optional.of(data.consumeString(80));
        Map<String, String> headers = headers(data.consumeString(40), data.consumeString(20));
        return new Typed(method, path, query, headers, data.consumeRemainingAsBytes());
    }

    private static Map<String, String> headers(String type, String match) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + TOKEN);
        headers.put("Content-Type", type);
        headers.put("If-Match", match);
        return headers;
    }

    private static Dispatcher dispatcher() {
        JsonBodies json = new JsonBodies(LIMITS);
        Uploads uploads = new Uploads(Path.of("target/uploads"));
        JobStarter jobs = (caller, kind, input, content) -> Reply.nothing();
        return new Dispatcher(
                new RouteTable(ROUTES),
                KNOWN,
                leasing(),
                new Forgetful(),
                new AccessTrail(new Forgetful(), json, Clock.systemUTC()),
                json,
                new Bodies(json, LIMITS, uploads, jobs, System::nanoTime));
    }

    private static Ports leasing() {
        return (Ports) Proxy.newProxyInstance(
                Ports.class.getClassLoader(), new Class<?>[] {Ports.class}, (self, method, arguments) -> {
                    if (method.getName().equals("open")) {
                        return new Held((Caller) arguments[0]);
                    }
                    throw absent();
                });
    }

    private record Held(Caller caller) implements Lease {
        @Override
        public void close() {
            // nothing is leased
        }
    }

    private static MedleyException absent() {
        return new MedleyException(ErrorCode.RECORD_ABSENT, "Fuzzing: there is nothing");
    }

    /** The capabilities' routes over ports that have nothing. */
    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        try {
            for (Class<?> type : RouteList.class.getConstructors()[0].getParameterTypes()) {
                if (type.getPackage().equals(RouteList.class.getPackage())) {
                    Object[] ports = Arrays.stream(type.getConstructors()[0].getParameterTypes())
                            .map(port -> Proxy.newProxyInstance(
                                    port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                                        throw absent();
                                    }))
                            .toArray();
                    routes.addAll(((RouteSource) type.getConstructors()[0].newInstance(ports)).routes());
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Making the routes", e);
        }
        return routes;
    }

    private static JsonNode examples() {
        try {
            Path file = Path.of("../../rest-bundle/src/test/resources/medley/rest/examples.json");
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException("Reading the examples", e);
        }
    }
}

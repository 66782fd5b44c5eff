package health.medley.rest.internal.server;

import health.medley.core.ports.Ports;
import health.medley.core.store.RecordStore;
import health.medley.rest.internal.http.JobKind;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import health.medley.rest.internal.openapi.OpenApiRoutes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The edge as a whole: what it is made of, from its beginning to its end. */
public final class Edge {

    private static final int FIRST_ERROR = 400;
    private static final String UPLOADS = "uploads";

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Gate gate = new Gate();
    private final Dispatcher dispatcher;
    private final JobRunner runner;
    private final ServerLife life;
    private final Limits limits;
    private final AnswerWriter writer;

    /** Put it together and begin to make it ready. */
    public Edge(
            RestConfig config,
            List<RouteSource> capabilities,
            Accounts accounts,
            Jobs jobs,
            ServerState state,
            Ports ports,
            RecordStore store) {
        List<RouteSource> sources = withDescription(capabilities);
        Path directory = Path.of(config.directory());
        limits = limits(config);
        JsonBodies json = new JsonBodies(limits);
        Uploads uploads = new Uploads(directory.resolve(UPLOADS));
        runner = new JobRunner(jobs, kinds(sources), ports, uploads, System::nanoTime);
        Bodies bodies = new Bodies(json, limits, uploads, runner, System::nanoTime);
        AccessTrail trail = new AccessTrail(store, json, Clock.systemUTC());
        dispatcher = new Dispatcher(new RouteTable(routes(sources)), accounts, ports, store, trail, json, bodies);
        writer = new AnswerWriter(config.address().startsWith("https:"));
        life = new ServerLife(new ServerFiles(directory), config.address(), accounts, runner, state);
        life.begin();
    }

    private static Map<String, JobKind> kinds(List<RouteSource> sources) {
        return sources.stream()
                .flatMap(source -> source.jobs().stream())
                .collect(Collectors.toMap(JobKind::name, Function.identity()));
    }

    private static List<RouteSource> withDescription(List<RouteSource> capabilities) {
        List<RouteSource> all = new ArrayList<>(capabilities);
        all.add(new OpenApiRoutes(capabilities));
        return all;
    }

    /** All routes of the sources, in their order. */
    public static List<Route> routes(List<RouteSource> sources) {
        return sources.stream().flatMap(source -> source.routes().stream()).toList();
    }

    private static Limits limits(RestConfig config) {
        return new Limits(
                config.limit_json_bytes(),
                config.limit_upload_bytes(),
                config.limit_json_depth(),
                Duration.ofSeconds(config.limit_json_seconds()),
                Duration.ofSeconds(config.limit_upload_seconds()),
                Duration.ofSeconds(config.limit_stop_seconds()));
    }

    /** Say where it is: requests arrive from now on. */
    public void announce() {
        life.listening();
    }

    /** Answer one request. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!gate.enter()) {
            writer.write(dispatcher.stopping(), response);
            return;
        }
        try {
            ServletExchange exchange = new ServletExchange(request);
            Answer answer = dispatcher.answer(exchange);
            boolean drained = answer.status() < FIRST_ERROR || exchange.drained(limits);
            writer.write(drained ? answer : answer.with("Connection", "close"), response);
        } finally {
            gate.leave();
        }
    }

    /** Take no more requests, and let those in flight and the steps of jobs end. */
    public void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        life.end();
        try {
            long end = System.nanoTime() + limits.stopTime().toNanos();
            int left = gate.close(limits.stopTime());
            Duration rest = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            life.stopped(left + runner.close(rest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

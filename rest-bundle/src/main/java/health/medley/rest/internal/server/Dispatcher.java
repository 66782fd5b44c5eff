package health.medley.rest.internal.server;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Request;
import health.medley.core.ports.Lease;
import health.medley.core.ports.Ports;
import health.medley.core.store.Commit;
import health.medley.core.store.RecordStore;
import health.medley.rest.internal.http.Call;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each request from the token to the answer: one lease, one caller, one entry in the trail. */
final class Dispatcher {

    private static final Caller NOBODY = Accounts.server("open request");

    // method and route only: a path holds patients' references, a query anything
    private final Logger access = LoggerFactory.getLogger("health.medley.rest.access");
    private final RouteTable table;
    private final Accounts accounts;
    private final Ports ports;
    private final RecordStore store;
    private final AccessTrail trail;
    private final Replies replies;
    private final Problems problems;
    private final Bodies bodies;

    Dispatcher(
            RouteTable table,
            Accounts accounts,
            Ports ports,
            RecordStore store,
            AccessTrail trail,
            JsonBodies json,
            Bodies bodies) {
        this.table = table;
        this.accounts = accounts;
        this.ports = ports;
        this.store = store;
        this.trail = trail;
        this.replies = new Replies(json);
        this.problems = new Problems(json);
        this.bodies = bodies;
    }

    /** Answer a request; nothing is thrown. */
    Answer answer(Exchange exchange) {
        long begun = System.nanoTime();
        Errand errand = new Errand(exchange);
        Answer answer;
        try {
            answer = errand.run();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            answer = problems.answer(e, errand.name());
        }
        if (access.isInfoEnabled()) {
            long millis = (System.nanoTime() - begun) / 1_000_000;
            access.info("{} {} {} {} ms {}", exchange.method(), errand.name(), answer.status(), millis, errand.who());
        }
        return answer;
    }

    /** The answer while the server stops. */
    Answer stopping() {
        MedleyException stopping = new MedleyException(ErrorCode.SERVER_NOT_READY, "The server is stopping");
        return problems.answer(stopping, "stopping").with("Connection", "close");
    }

    /** The way of one request. */
    private final class Errand {
        private final Exchange exchange;
        private final RequestHead head;
        private Optional<Route> route = Optional.empty();
        private Optional<Token> holder = Optional.empty();

        Errand(Exchange exchange) {
            this.exchange = exchange;
            this.head = new RequestHead(exchange);
        }

        String name() {
            return route.map(Route::name).orElse("unknown");
        }

        String who() {
            return holder.map(token -> token.practice() + "/" + token.user()).orElse("-");
        }

        Answer run() throws IOException {
            Optional<RouteTable.Match> match = table.find(exchange.path());
            route = match.flatMap(found -> found.route(exchange.method()));
            boolean open = route.map(Route::open)
                    .orElseGet(() -> match.filter(RouteTable.Match::open).isPresent());
            if (!open) {
                // without a token nobody learns which paths there are
                holder = accounts.holder(head.secret());
                if (holder.isEmpty()) {
                    throw new MedleyException(
                            ErrorCode.TOKEN_INVALID, "The token is unknown, or was revoked, or has expired");
                }
            }
            if (match.isEmpty()) {
                throw new MedleyException(ErrorCode.PATH_UNKNOWN, "There is nothing at this path");
            }
            if (route.isEmpty()) {
                MedleyException unknown = new MedleyException(
                        ErrorCode.METHOD_UNKNOWN, "What is at this path does not know the method of the request");
                return problems.answer(unknown, name())
                        .with("Allow", match.get().allowed());
            }
            return leased(route.get(), match.get().segments());
        }

        private Answer leased(Route known, Map<String, String> segments) throws IOException {
            Caller caller = holder.map(token -> Caller.of(token.user(), token.practice(), token.role(), known.name()))
                    .orElse(NOBODY);
            try (Lease lease = ports.open(caller)) {
                return recorded(known, segments, lease.caller());
            }
        }

        private Answer recorded(Route known, Map<String, String> segments, Caller caller) throws IOException {
            try {
                Answer answer = handled(known, segments, caller);
                if (known.patients() && !known.changes()) {
                    trail.record(caller, known, segments, "READ");
                }
                return answer;
            } catch (MedleyException e) {
                if (known.patients() && Problems.isRefusal(e.code())) {
                    trail.record(caller, known, segments, e.code().name());
                }
                throw e;
            }
        }

        private Answer handled(Route known, Map<String, String> segments, Caller caller) throws IOException {
            if (known.permission().isPresent()
                    && !caller.role().holds(known.permission().get())) {
                throw new MedleyException(
                        ErrorCode.PERMISSION_DENIED,
                        "Asking for " + known.name() + ": the role " + caller.role() + " does not hold "
                                + known.permission().get());
            }
            head.checkAccept(known);
            head.checkContentType(known);
            Map<String, String> queries = QueryText.read(exchange.query(), known);
            long version = head.version(known);
            try (Bodies.Taken body = bodies.take(exchange, known)) {
                Optional<Request> request = body.request();
                Caller answering = request.map(caller::answering).orElse(caller);
                Optional<Commit> before = request.flatMap(named -> store.repeated(caller, named));
                if (before.isPresent()) {
                    return replies.again(before.get(), known);
                }
                Call call = new Call(answering, segments, queries, version, body.value(), body);
                Reply reply = known.handler().handle(call);
                return replies.answer(reply, known);
            }
        }
    }
}

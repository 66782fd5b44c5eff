package health.medley.rest.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Role;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.StoredRecord;
import health.medley.record.MemoryRecordStore;
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import health.medley.rest.internal.http.Call;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A dispatcher over a store in memory, with routes on notes. */
final class TestEdge {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    static final PatientRef PATIENT = RecordIds.patient();
    static final Limits LIMITS =
            new Limits(1_000, 2_000, 10, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

    final MemoryRecordStore store = new MemoryRecordStore(CLOCK);
    final Accounts accounts = new Accounts(store, CLOCK);
    final OpenPorts ports = new OpenPorts();
    final JsonBodies json = new JsonBodies(LIMITS);
    final AtomicInteger handled = new AtomicInteger();
    private final RecordIds ids = new RecordIds(CLOCK);
    private final Records<Note> notes = new Records<>(
            store, RecordKind.of("note", 1, Note.class, RecordJson.mapper()).ofPatient(Note::patient));
    private final Dispatcher dispatcher;
    private final ObjectMapper mapper = new ObjectMapper();

    TestEdge(Path folder) {
        this(folder, List.of());
    }

    TestEdge(Path folder, List<Route> more) {
        List<Route> routes = new ArrayList<>(List.of(list(), get(), make(), change(), upload()));
        routes.addAll(more);
        Bodies bodies = new Bodies(
                json,
                LIMITS,
                new Uploads(folder),
                (caller, kind, input, content) -> Reply.of(Map.of("kind", kind)),
                () -> 0L);
        dispatcher = new Dispatcher(
                new RouteTable(routes), accounts, ports, store, new AccessTrail(store, json, CLOCK), json, bodies);
    }

    private Route list() {
        return Route.get("notes-list", "/api/patients/{patient}/notes", "List notes.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .paged()
                .givesList(Note.class)
                .by(call -> Reply.page(
                        notes.list(
                                call.caller(),
                                notes.query()
                                        .patient(call.patient())
                                        .page(call.page().after(), call.page().limit())),
                        call.page()));
    }

    private Route get() {
        return Route.get("note-get", "/api/notes/{id}", "Read a note.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .gives(Note.class)
                .by(call -> Reply.of(notes.get(call.caller(), call.path("id"))));
    }

    private Route make() {
        return Route.post("note-make", "/api/patients/{patient}/notes", "Make a note.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(Note.Text.class)
                .makes(Note.class)
                .by(this::make);
    }

    private Reply make(Call call) {
        handled.incrementAndGet();
        Note.Text text = call.body(Note.Text.class);
        Note note = new Note(ids.next(), 0, call.patient(), text.text(), text.weight());
        return Reply.made(notes.save(call.caller(), note, "made"), "/api/notes");
    }

    private Route change() {
        return Route.put("note-change", "/api/notes/{id}", "Change a note.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(Note.Text.class)
                .gives(Note.class)
                .by(call -> Reply.of(notes.save(
                        call.caller(),
                        new Note(
                                call.path("id"),
                                call.version(),
                                PATIENT,
                                call.body(Note.Text.class).text(),
                                1),
                        "changed")));
    }

    private Route upload() {
        return Route.post("upload", "/api/uploads", "Count the bytes.")
                .takesStream("application/x-ndjson")
                .gives(Map.class)
                .by(call -> {
                    try (var in = call.content()) {
                        return Reply.of(Map.of("bytes", in.readAllBytes().length));
                    }
                });
    }

    /** A token's text for somebody of a practice. */
    String token(String practice, Role role, Optional<Instant> expires) {
        return accounts.issue(Accounts.server("test"), practice, "ann", role, expires)
                .secret();
    }

    String token(Role role) {
        return token("main", role, Optional.empty());
    }

    static TestExchange request(String token, String method, String path) {
        return new TestExchange(method, path).header("Authorization", "Bearer " + token);
    }

    Answer answer(TestExchange exchange) {
        return dispatcher.answer(exchange);
    }

    JsonNode body(Answer answer) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            answer.body().orElseThrow().write(out);
            return mapper.readTree(out.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The audit trail of a practice: route, outcome, and whose it was. */
    List<String> trail(String practice) {
        Caller caller = Caller.of("auditor", practice, Role.HOST, "test");
        List<String> found = new ArrayList<>();
        store.read(caller, RecordQuery.of("rest.access"), new RecordReader<Boolean>() {
            @Override
            public boolean take(StoredRecord record) {
                String whose = record.patient().map(PATIENT::equals).orElse(false) ? " patient" : "";
                found.add(record.by().user() + " " + record.body() + whose);
                return true;
            }

            @Override
            public Boolean result() {
                return true;
            }
        });
        return found;
    }
}

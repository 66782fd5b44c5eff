package health.medley.rest.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTest {

    private static final String NOTES = "/api/patients/" + TestEdge.PATIENT + "/notes";

    @TempDir
    private static Path folder;

    private final TestEdge edge = new TestEdge(
            folder,
            List.of(
                    failing("fails", new IllegalStateException("Mrs. Example, born 1931")),
                    failing("waits", new MedleyException(ErrorCode.STORE_UNAVAILABLE, "The store is away")),
                    failing("overflows", new StackOverflowError()),
                    Route.get("open", "/open", "Say nothing.").open().by(call -> Reply.nothing())));

    private static Route failing(String name, Throwable thrown) {
        return Route.get(name, "/api/" + name, "Fail.").by(call -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        });
    }

    private final String nurse = edge.token(Role.CARE_MANAGER);

    @AfterEach
    void everyLeaseIsGivenBack() {
        assertEquals(0, edge.ports.open());
    }

    private void refused(int status, String code, TestExchange request) {
        Answer answer = edge.answer(request);
        JsonNode problem = edge.body(answer);
        assertEquals(status, answer.status(), problem.toString());
        assertEquals("application/problem+json", answer.headers().get("Content-Type"));
        assertEquals(code, problem.path("code").asText());
        assertEquals(status, problem.path("status").asInt());
        assertFalse(problem.path("next").asText().isBlank());
    }

    private TestExchange nurse(String method, String path) {
        return TestEdge.request(nurse, method, path);
    }

    private Answer made(String key) {
        return edge.answer(nurse("POST", NOTES)
                .json("{\"text\":\"walks daily\",\"weight\":3}")
                .header("Idempotency-Key", key));
    }

    @Test
    void nobodyComesInWithoutAValidToken() {
        refused(401, "TOKEN_INVALID", new TestExchange("GET", NOTES));
        refused(401, "TOKEN_INVALID", new TestExchange("GET", "/api/nothing"));
        refused(401, "TOKEN_INVALID", TestEdge.request("medley_no", "GET", NOTES));
        refused(401, "TOKEN_INVALID", new TestExchange("GET", NOTES).header("Authorization", "Basic YTpi"));
        String late = edge.token("main", Role.CARE_MANAGER, Optional.of(TestEdge.CLOCK.instant()));
        refused(401, "TOKEN_INVALID", TestEdge.request(late, "GET", NOTES));
        String soon = edge.token(
                "main", Role.CARE_MANAGER, Optional.of(TestEdge.CLOCK.instant().plus(Duration.ofMillis(1))));
        assertEquals(200, edge.answer(TestEdge.request(soon, "GET", NOTES)).status());
        assertEquals(List.of("ann {\"route\":\"notes-list\",\"outcome\":\"READ\"} patient"), edge.trail("main"));
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        assertEquals(200, edge.answer(nurse("GET", NOTES)).status());
        edge.accounts.revoke(Caller.of("root", "main", Role.ADMINISTRATOR, "test"), new Secret(nurse).hash(), 1);
        refused(401, "TOKEN_INVALID", nurse("GET", NOTES));
    }

    @Test
    void aRoleThatMayNotIsRefusedBeforeTheBodyIsReadAndThatIsRecorded() {
        String auditor = edge.token(Role.AUDITOR);
        refused(
                403,
                "PERMISSION_DENIED",
                TestEdge.request(auditor, "POST", NOTES).json("no JSON"));
        assertEquals(0, edge.handled.get());
        assertEquals(
                List.of("ann {\"route\":\"note-make\",\"outcome\":\"PERMISSION_DENIED\"} patient"), edge.trail("main"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        refused(404, "PATH_UNKNOWN", nurse("GET", "/api/nothing"));
        refused(404, "PATH_UNKNOWN", nurse("GET", "/"));
        refused(404, "PATH_UNKNOWN", nurse("GET", NOTES + "/"));
        refused(404, "PATH_UNKNOWN", nurse("GET", "/api//notes"));
        refused(404, "RECORD_ABSENT", nurse("GET", "/api/notes/none"));
        refused(404, "PATIENT_UNKNOWN", nurse("GET", "/api/patients/12345/notes"));
        assertEquals(2, edge.trail("main").size());
    }

    @Test
    void aMethodThatIsNotKnownIsAnsweredWithThoseThatAre() {
        refused(405, "METHOD_UNKNOWN", nurse("DELETE", NOTES));
        assertEquals("GET, POST", edge.answer(nurse("HEAD", NOTES)).headers().get("Allow"));
    }

    @Test
    void whatIsOpenNeedsNoTokenForAnyMethod() {
        assertEquals(204, edge.answer(new TestExchange("GET", "/open")).status());
        refused(405, "METHOD_UNKNOWN", new TestExchange("HEAD", "/open"));
        refused(401, "TOKEN_INVALID", new TestExchange("HEAD", NOTES));
    }

    @Test
    void onlyJsonIsTakenAndGiven() {
        refused(406, "ANSWER_UNACCEPTABLE", nurse("GET", NOTES).header("Accept", "text/html"));
        assertEquals(
                200,
                edge.answer(nurse("GET", NOTES).header("Accept", "text/html, application/*;q=0.2"))
                        .status());
        refused(415, "MEDIA_TYPE_UNKNOWN", nurse("POST", NOTES).json("{}").header("Content-Type", "text/plain"));
        refused(415, "MEDIA_TYPE_UNKNOWN", nurse("POST", "/api/uploads").json("{}"));
    }

    @Test
    void aBodyMayBeAsLargeAsTheLimitAndNoLarger() {
        String much = "x".repeat(1_000 - 23);
        assertEquals(
                201,
                edge.answer(nurse("POST", NOTES).json("{\"text\":\"" + much + "\",\"weight\":33}"))
                        .status());
        refused(413, "BODY_TOO_LARGE", nurse("POST", NOTES).json("{\"text\":\"" + much + "\",\"weight\":333}"));
        TestExchange upload = nurse("POST", "/api/uploads").json("x".repeat(2_001));
        refused(413, "BODY_TOO_LARGE", upload.header("Content-Type", "application/x-ndjson"));
        TestExchange fits = nurse("POST", "/api/uploads").json("x".repeat(2_000));
        Answer answer = edge.answer(fits.header("Content-Type", "application/x-ndjson"));
        assertEquals(2_000, edge.body(answer).path("bytes").asInt());
    }

    @Test
    void queryParametersAreThoseOfTheRoute() {
        refused(400, "ARGUMENT_INVALID", nurse("GET", NOTES).query("name=Smith"));
        refused(400, "ARGUMENT_INVALID", nurse("GET", NOTES).query("limit=5&limit=6"));
        refused(400, "ARGUMENT_INVALID", nurse("GET", NOTES).query("limit=many"));
        refused(400, "ARGUMENT_INVALID", nurse("GET", NOTES).query("limit=0"));
        refused(400, "ARGUMENT_INVALID", nurse("GET", NOTES).query("limit=1001"));
        refused(400, "ARGUMENT_INVALID", nurse("GET", NOTES).query("after=%zz"));
        assertEquals(200, edge.answer(nurse("GET", NOTES).query("limit=1000")).status());
    }

    @Test
    void aListIsReadPageByPage() {
        made("a");
        made("b");
        made("c");
        JsonNode first = edge.body(edge.answer(nurse("GET", NOTES).query("limit=2")));
        assertEquals(2, first.path("items").size());
        JsonNode second = edge.body(edge.answer(
                nurse("GET", NOTES).query("limit=2&after=" + first.path("after").asText())));
        assertEquals(1, second.path("items").size());
        assertTrue(second.path("after").isMissingNode());
    }

    @Test
    void aChangeNamesTheVersionItSaw() {
        Answer made = made("a");
        assertEquals(201, made.status());
        assertEquals("\"1\"", made.headers().get("ETag"));
        String path = made.headers().get("Location");
        String text = "{\"text\":\"runs daily\",\"weight\":3}";
        refused(428, "VERSION_ABSENT", nurse("PUT", path).json(text));
        refused(400, "ARGUMENT_INVALID", nurse("PUT", path).json(text).header("If-Match", "*"));
        refused(412, "RECORD_CHANGED", nurse("PUT", path).json(text).header("If-Match", "\"7\""));
        Answer changed = edge.answer(nurse("PUT", path).json(text).header("If-Match", "\"1\""));
        assertEquals("\"2\"", changed.headers().get("ETag"));
        assertEquals("runs daily", edge.body(changed).path("text").asText());
        assertEquals("\"2\"", edge.answer(nurse("GET", path)).headers().get("ETag"));
    }

    @Test
    void theSameRequestIsDoneOnceAndAnsweredTheSame() {
        JsonNode first = edge.body(made("key"));
        Answer again = made("key");
        assertEquals(201, again.status());
        assertEquals("true", again.headers().get("Idempotency-Replayed"));
        assertEquals("\"1\"", again.headers().get("ETag"));
        assertEquals(first, edge.body(again));
        assertEquals(1, edge.handled.get());
        refused(
                422,
                "REQUEST_REUSED",
                nurse("POST", NOTES)
                        .json("{\"text\":\"walks daily\",\"weight\":4}")
                        .header("Idempotency-Key", "key"));
        refused(
                400,
                "ARGUMENT_INVALID",
                nurse("POST", NOTES).json("{\"text\":\"a\",\"weight\":4}").header("Idempotency-Key", "k".repeat(201)));
    }

    @Test
    void aPracticeSeesItsOwnRecordsOnly() {
        String path = made("a").headers().get("Location");
        String stranger = edge.token("other", Role.CARE_MANAGER, Optional.empty());
        refused(404, "RECORD_ABSENT", TestEdge.request(stranger, "GET", path));
        Answer list = edge.answer(TestEdge.request(stranger, "GET", NOTES));
        assertEquals(0, edge.body(list).path("items").size());
        assertEquals(2, edge.trail("other").size());
        assertEquals(0, edge.trail("main").size());
    }

    @Test
    void whatShouldNotFailIsAnsweredWithoutItsInside() {
        Answer answer = edge.answer(nurse("GET", "/api/fails"));
        assertEquals(500, answer.status());
        String said = edge.body(answer).toString();
        assertFalse(said.contains("Example") || said.contains("IllegalState"), said);
        refused(500, "PLATFORM_FAULTY", nurse("GET", "/api/overflows"));
    }

    @Test
    void aStoreThatIsAwayIsWorthAnotherTry() {
        Answer answer = edge.answer(nurse("GET", "/api/waits"));
        assertEquals(503, answer.status());
        assertEquals(Map.of("Content-Type", "application/problem+json", "Retry-After", "2"), answer.headers());
    }

    @Test
    void aBodyThatTheRouteDoesNotTakeIsRefused() {
        refused(400, "ARGUMENT_INVALID", nurse("GET", NOTES).json("{}"));
    }
}

package health.medley.rest.internal.server;

import health.medley.core.store.Commit;
import health.medley.core.store.StoredRecord;
import health.medley.rest.internal.http.Payload;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;

/** Turns the replies of handlers into answers. */
final class Replies {

    private static final String ETAG = "ETag";

    private final JsonBodies json;

    Replies(JsonBodies json) {
        this.json = json;
    }

    Answer answer(Reply reply, Route route) {
        int status = reply.status() == 0 ? route.status() : reply.status();
        Answer answer;
        if (reply.stream().isPresent()) {
            String type = route.answer() instanceof Payload.Bytes bytes
                    ? bytes.mediaTypes().get(0)
                    : RequestHead.JSON;
            answer = Answer.streamed(status, type, reply.stream().get());
        } else if (reply.body().isPresent()) {
            answer = Answer.of(status, RequestHead.JSON, json.write(reply.body().get()));
        } else {
            answer = Answer.empty(status);
        }
        if (reply.version() > 0) {
            answer = answer.with(ETAG, tag(reply.version()));
        }
        return reply.location().isPresent()
                ? answer.with("Location", reply.location().get())
                : answer;
    }

    /** The answer to a request that was done before: what it committed then. */
    Answer again(Commit before, Route route) {
        Answer answer = Answer.empty(route.status());
        if (route.answer() instanceof Payload.Json) {
            StoredRecord first = before.records().get(0);
            answer = Answer.of(route.status(), RequestHead.JSON, json.write(first))
                    .with(ETAG, tag(first.version()));
        }
        return answer.with("Idempotency-Replayed", "true");
    }

    private static String tag(long version) {
        return '"' + Long.toString(version) + '"';
    }
}

package health.medley.rest.internal.server;

import health.medley.core.ErrorCode;
import health.medley.core.ErrorKind;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into problem details (RFC 9457). */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int UNPROCESSABLE = 422;
    private static final int FAULT = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_SECONDS = "2";
    private static final Map<ErrorCode, Integer> STATUS = statuses();
    private static final Map<ErrorCode, String> NEXT = nextSteps();

    private final Logger logger = LoggerFactory.getLogger(Problems.class);
    private final SecureRandom random = new SecureRandom();
    private final JsonBodies json;

    Problems(JsonBodies json) {
        this.json = json;
    }

    private static Map<ErrorCode, Integer> statuses() {
        Map<ErrorCode, Integer> status = new HashMap<>();
        status.put(ErrorCode.PERMISSION_DENIED, FORBIDDEN);
        status.put(ErrorCode.RECORD_ABSENT, NOT_FOUND);
        status.put(ErrorCode.PATIENT_UNKNOWN, NOT_FOUND);
        status.put(ErrorCode.PATH_UNKNOWN, NOT_FOUND);
        status.put(ErrorCode.RECORD_CHANGED, PRECONDITION_FAILED);
        status.put(ErrorCode.REQUEST_REUSED, UNPROCESSABLE);
        status.put(ErrorCode.KEY_TAKEN, CONFLICT);
        status.put(ErrorCode.STATE_INVALID, CONFLICT);
        status.put(ErrorCode.CONFLICT_OPEN, CONFLICT);
        status.put(ErrorCode.MONTH_CLOSED, CONFLICT);
        status.put(ErrorCode.MONTH_OPEN, CONFLICT);
        status.put(ErrorCode.BILLING_LOCKED, CONFLICT);
        status.put(ErrorCode.RULES_ABSENT, CONFLICT);
        status.put(ErrorCode.STORE_UNAVAILABLE, UNAVAILABLE);
        status.put(ErrorCode.STORE_INCOMPATIBLE, UNAVAILABLE);
        status.put(ErrorCode.STORE_DAMAGED, UNAVAILABLE);
        status.put(ErrorCode.SERVICE_ABSENT, UNAVAILABLE);
        status.put(ErrorCode.SERVER_NOT_READY, UNAVAILABLE);
        status.put(ErrorCode.GATEWAY_FAILED, BAD_GATEWAY);
        status.put(ErrorCode.TOKEN_INVALID, 401);
        status.put(ErrorCode.METHOD_UNKNOWN, 405);
        status.put(ErrorCode.ANSWER_UNACCEPTABLE, 406);
        status.put(ErrorCode.BODY_TOO_SLOW, 408);
        status.put(ErrorCode.BODY_TOO_LARGE, 413);
        status.put(ErrorCode.MEDIA_TYPE_UNKNOWN, 415);
        status.put(ErrorCode.VERSION_ABSENT, 428);
        return Map.copyOf(status);
    }

    private static Map<ErrorCode, String> nextSteps() {
        Map<ErrorCode, String> next = new HashMap<>();
        next.put(ErrorCode.TOKEN_INVALID, "Send a valid token as \"Authorization: Bearer ...\".");
        next.put(ErrorCode.PERMISSION_DENIED, "Ask somebody whose role may do this, or an administrator for a token.");
        next.put(ErrorCode.RECORD_ABSENT, "List what there is and use its id.");
        next.put(ErrorCode.PATIENT_UNKNOWN, "Get the patient's reference with POST /api/patients/lookup.");
        next.put(ErrorCode.RECORD_CHANGED, "Read it again and repeat the change with the new ETag in If-Match.");
        next.put(ErrorCode.REQUEST_REUSED, "Use a new Idempotency-Key for another request.");
        next.put(ErrorCode.VERSION_ABSENT, "Read it and send its ETag in If-Match.");
        next.put(ErrorCode.STORE_UNAVAILABLE, "Try again; GET /health says when the store is back.");
        next.put(ErrorCode.SERVER_NOT_READY, "Try again; GET /health says when the server is ready.");
        next.put(ErrorCode.SERVICE_ABSENT, "GET /api/bundles/{name}/why says why nobody answers.");
        next.put(ErrorCode.MONTH_CLOSED, "Reopen or correct the month, or record it as late.");
        next.put(ErrorCode.PATH_UNKNOWN, "GET /api/openapi.json lists every path.");
        next.put(ErrorCode.METHOD_UNKNOWN, "Use a method that the header Allow names.");
        return Map.copyOf(next);
    }

    /** The status of an error. */
    static int status(ErrorCode code) {
        Integer status = STATUS.get(code);
        if (status != null) {
            return status;
        }
        // a capability's own refusals follow from the state something is in
        if (code.kind() == ErrorKind.USER) {
            return code.number() >= 400 ? CONFLICT : BAD_REQUEST;
        }
        return code.kind() == ErrorKind.RESOURCE ? UNAVAILABLE : FAULT;
    }

    /** Whether an error says no to what was asked of a patient, rather than that nobody could answer. */
    static boolean isRefusal(ErrorCode code) {
        int status = status(code);
        return status == FORBIDDEN || status == NOT_FOUND || status == CONFLICT;
    }

    /** The answer to something thrown; what is not ours is logged under a number and not told. */
    Answer answer(Throwable thrown, String route) {
        if (thrown instanceof MedleyException ours && status(ours.code()) != FAULT) {
            Answer answer = details(status(ours.code()), ours.code(), String.valueOf(ours.getMessage()));
            return answer.status() == UNAVAILABLE ? answer.with("Retry-After", RETRY_SECONDS) : answer;
        }
        if (thrown instanceof IOException) {
            // the other side went away or broke the protocol: who it was and what it sent is nobody's business
            return details(BAD_REQUEST, ErrorCode.ARGUMENT_INVALID, "Reading the body failed: it ended too early");
        }
        String incident = HexFormat.of().toHexDigits(random.nextInt());
        ErrorCode code = thrown instanceof MedleyException ours ? ours.code() : ErrorCode.PLATFORM_FAULTY;
        // no message: it may hold what the request held
        logger.error("Answering {} failed, incident {}: {} {}", route, incident, code, trace(thrown));
        return details(FAULT, code, "Something failed that should not; the server's log knows incident " + incident);
    }

    private static String trace(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            trace.append(each.getClass().getName());
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, 8); i++) {
                trace.append(" at ").append(frames[i]);
            }
            trace.append("; ");
        }
        return trace.toString();
    }

    private Answer details(int status, ErrorCode code, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:medley:error:" + code.name());
        problem.put("title", title(code));
        problem.put("status", status);
        problem.put("code", code.name());
        problem.put("number", code.number());
        problem.put("detail", detail);
        problem.put("next", NEXT.getOrDefault(code, "See docs/reference/error-codes.md for " + code.name() + "."));
        return Answer.of(status, MEDIA_TYPE, json.write(problem));
    }

    private static String title(ErrorCode code) {
        String words = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

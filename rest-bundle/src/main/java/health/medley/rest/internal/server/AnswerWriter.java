package health.medley.rest.internal.server;

import health.medley.rest.internal.http.BodyWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Writes answers, with the headers that every answer has. */
final class AnswerWriter {

    private static final int UNAUTHORIZED = 401;

    private final boolean secure;

    AnswerWriter(boolean secure) {
        this.secure = secure;
    }

    void write(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (answer.status() == UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        answer.headers().forEach(response::setHeader);
        if (answer.length() >= 0) {
            response.setContentLength(answer.length());
        }
        Optional<BodyWriter> body = answer.body();
        if (body.isPresent()) {
            body.get().write(response.getOutputStream());
        }
    }
}

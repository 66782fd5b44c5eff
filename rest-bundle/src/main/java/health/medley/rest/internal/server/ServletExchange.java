package health.medley.rest.internal.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A request that came through the servlet container. */
final class ServletExchange implements Exchange {

    private final HttpServletRequest request;

    ServletExchange(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * Read what nobody wanted of a small body: a connection with a body left on it would be cut, and a client that goes
     * on using it would lose its next request.
     *
     * @return whether nothing is left
     */
    boolean drained(Limits limits) {
        long length = length();
        if (length == 0 || request.getHeader("Transfer-Encoding") == null && length < 0) {
            return true;
        }
        if (length > limits.jsonBytes()) {
            return false;
        }
        try {
            InputStream rest = new LimitedBody(body(), limits.jsonBytes(), limits.bodyTime(), System::nanoTime);
            rest.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return request.getRequestURI();
    }

    @Override
    public Optional<String> query() {
        return Optional.ofNullable(request.getQueryString());
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    @Override
    public long length() {
        return request.getContentLengthLong();
    }

    @Override
    public InputStream body() throws IOException {
        return request.getInputStream();
    }
}

package health.medley.rest.internal.server;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** A request made of parts. */
record Typed(String method, String path, Optional<String> query, Map<String, String> headers, byte[] content)
        implements Exchange {

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public long length() {
        return content.length;
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(content);
    }
}

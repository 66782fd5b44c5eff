package health.medley.rest.internal.server;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request that a test makes up. */
final class TestExchange implements Exchange {

    private final String method;
    private final String path;
    private final Map<String, String> headers = new HashMap<>();
    private Optional<String> query = Optional.empty();
    private byte[] body = new byte[0];

    TestExchange(String method, String path) {
        this.method = method;
        this.path = path;
    }

    TestExchange query(String text) {
        query = Optional.of(text);
        return this;
    }

    TestExchange header(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    TestExchange json(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", "application/json; charset=utf-8");
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Optional<String> query() {
        return query;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public long length() {
        return body.length;
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(body);
    }
}

package health.medley.rest.internal.server;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Request;
import health.medley.rest.internal.http.Incoming;
import health.medley.rest.internal.http.Payload;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Takes the bodies of requests: JSON into memory, an upload as it comes, or into a file where its name needs its hash. */
final class Bodies {

    private static final String KEY = "Idempotency-Key";

    private final JsonBodies json;
    private final Limits limits;
    private final Uploads uploads;
    private final JobStarter jobs;
    private final LongSupplier nanoTime;

    Bodies(JsonBodies json, Limits limits, Uploads uploads, JobStarter jobs, LongSupplier nanoTime) {
        this.json = json;
        this.limits = limits;
        this.uploads = uploads;
        this.jobs = jobs;
        this.nanoTime = nanoTime;
    }

    Taken take(Exchange exchange, Route route) throws IOException {
        Optional<String> key = route.changes() ? exchange.header(KEY) : Optional.empty();
        Taken taken = new Taken(exchange);
        try {
            MessageDigest digest = digest(exchange);
            if (route.body() instanceof Payload.Json typed) {
                byte[] bytes = read(exchange);
                digest.update(bytes);
                taken.value = json.read(bytes, typed.type());
            } else if (route.body() instanceof Payload.Bytes && key.isPresent()) {
                taken.file = Optional.of(spool(exchange, digest));
            } else if (route.body() instanceof Payload.None && exchange.length() > 0) {
                throw new MedleyException(
                        ErrorCode.ARGUMENT_INVALID, "Asking for " + route.name() + ": it takes no body; send none");
            }
            taken.request = key.map(named -> request(named, digest));
            return taken;
        } catch (IOException | RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    private static MessageDigest digest(Exchange exchange) {
        MessageDigest digest = Secret.digest();
        String line = exchange.method() + " " + exchange.path() + "?"
                + exchange.query().orElse("") + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        return digest;
    }

    private static Request request(String key, MessageDigest digest) {
        try {
            return new Request(key, HexFormat.of().formatHex(digest.digest()));
        } catch (IllegalArgumentException e) {
            throw new MedleyException(ErrorCode.ARGUMENT_INVALID, "Reading the header " + KEY + ": " + e.getMessage());
        }
    }

    private byte[] read(Exchange exchange) throws IOException {
        if (exchange.length() > limits.jsonBytes()) {
            throw LimitedBody.tooLarge(limits.jsonBytes());
        }
        InputStream in = new LimitedBody(exchange.body(), limits.jsonBytes(), limits.bodyTime(), nanoTime);
        return in.readAllBytes();
    }

    private InputStream content(Exchange exchange) throws IOException {
        if (exchange.length() > limits.uploadBytes()) {
            throw LimitedBody.tooLarge(limits.uploadBytes());
        }
        return new LimitedBody(exchange.body(), limits.uploadBytes(), limits.uploadTime(), nanoTime);
    }

    private Path spool(Exchange exchange, @Nullable MessageDigest digest) throws IOException {
        Path file = uploads.file();
        try (InputStream in = content(exchange);
                OutputStream out = Files.newOutputStream(file)) {
            in.transferTo(digest == null ? out : new DigestOutputStream(out, digest));
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** A body that was taken; closing it removes its file. */
    final class Taken implements Incoming, AutoCloseable {
        private final Exchange exchange;
        private @Nullable Object value;
        private Optional<Path> file = Optional.empty();
        private Optional<Request> request = Optional.empty();

        private Taken(Exchange exchange) {
            this.exchange = exchange;
        }

        @Nullable
        Object value() {
            return value;
        }

        Optional<Request> request() {
            return request;
        }

        @Override
        public InputStream content() throws IOException {
            return file.isPresent() ? Files.newInputStream(file.get()) : Bodies.this.content(exchange);
        }

        @Override
        public String contentType() {
            return new RequestHead(exchange).contentType();
        }

        @Override
        public Reply begin(Caller caller, String kind, Map<String, String> input) {
            return jobs.begin(caller, kind, input, Optional.empty());
        }

        @Override
        public Reply beginWithContent(Caller caller, String kind, Map<String, String> input) throws IOException {
            Path kept = file.isPresent() ? file.get() : spool(exchange, null);
            file = Optional.of(kept);
            Reply reply = jobs.begin(caller, kind, input, file);
            // the file is the job's now
            file = Optional.empty();
            return reply;
        }

        @Override
        public void close() throws IOException {
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        }
    }
}

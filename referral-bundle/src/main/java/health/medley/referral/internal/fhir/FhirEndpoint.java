package health.medley.referral.internal.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks FHIR R4 over HTTP with one endpoint, within a time limit for each answer. */
final class FhirEndpoint {

    private static final String JSON = "application/fhir+json";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern LOCATION = Pattern.compile("(?:.*/)?([A-Za-z]+/[A-Za-z0-9.-]{1,64})(?:/_history/.*)?");
    private static final int LONGEST_ANSWER = 1 << 20;

    private final String base;
    private final String token;
    private final Duration timeout;
    private final ObjectMapper mapper;
    private final HttpClient client;

    FhirEndpoint(String url, String token, Duration timeout, ObjectMapper mapper) {
        URI uri = URI.create(url);
        boolean safe = "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost())));
        if (!safe || timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofSeconds(15)) > 0) {
            throw new IllegalArgumentException(
                    "Configuring the FHIR gateway: expected an https url (http on this machine only) and a"
                            + " timeout of 1 to 15 seconds");
        }
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.token = token;
        this.timeout = timeout;
        this.mapper = mapper;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Create a resource unless one with this identifier is there; give its reference, {@code Task/17}. */
    String createOnce(ObjectNode resource, String system, String value) {
        String type = resource.get("resourceType").asText();
        String identifier = "identifier=" + encoded(system + "|" + value);
        HttpRequest.Builder request = to("/" + type)
                .header("Content-Type", JSON)
                .header("If-None-Exist", identifier)
                .header("Prefer", "return=minimal")
                .POST(HttpRequest.BodyPublishers.ofString(resource.toString()));
        HttpResponse<String> answer = ask(request, "Creating a " + type);
        expect(answer, "Creating a " + type);
        return reference(answer, type).orElseGet(() -> find(type, identifier));
    }

    /** Read a resource by its reference. */
    JsonNode read(String reference) {
        HttpResponse<String> answer = ask(to("/" + reference).GET(), "Reading a Task");
        expect(answer, "Reading a Task");
        return json(answer, "Reading a Task");
    }

    private String find(String type, String identifier) {
        String doing = "Finding a " + type;
        HttpResponse<String> answer = ask(to("/" + type + "?" + identifier).GET(), doing);
        expect(answer, doing);
        String id = json(answer, doing)
                .path("entry")
                .path(0)
                .path("resource")
                .path("id")
                .asText();
        if (id.isEmpty()) {
            throw failed(doing, "it was created or there, but is not found by its identifier");
        }
        return type + "/" + id;
    }

    private static Optional<String> reference(HttpResponse<String> answer, String type) {
        return answer.headers()
                .firstValue("Location")
                .or(() -> answer.headers().firstValue("Content-Location"))
                .map(LOCATION::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .filter(found -> found.startsWith(type + "/"));
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", JSON)
                .timeout(timeout);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request, String doing) {
        // the request's own limit ends with the headers: this one holds for the whole answer
        CompletableFuture<HttpResponse<String>> asked =
                client.sendAsync(request.build(), head -> new LimitedText(LONGEST_ANSWER));
        try {
            return asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw failed(doing, "no whole answer within " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw failed(doing, String.valueOf(e.getCause().getClass().getSimpleName()));
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw failed(doing, "the wait was interrupted");
        }
    }

    private static void expect(HttpResponse<String> answer, String doing) {
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw failed(doing, "status " + answer.statusCode());
        }
    }

    private JsonNode json(HttpResponse<String> answer, String doing) {
        try {
            return mapper.readTree(answer.body());
        } catch (IOException e) {
            // its message may quote patient data
            throw failed(doing, "the answer is no JSON");
        }
    }

    private static MedleyException failed(String doing, String why) {
        return new MedleyException(
                ErrorCode.GATEWAY_FAILED,
                doing + " at the FHIR endpoint: " + why
                        + "; nothing has changed here, and doing it again later is safe");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

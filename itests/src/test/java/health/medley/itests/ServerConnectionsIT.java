package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.itests.support.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server makes of its connections: encrypted ones, slow ones, and those that are open when it is told to end. */
class ServerConnectionsIT {
    private static final String PASSWORD = "changeit";
    private static final String BODY = "{\"cases\":[]}";

    @TempDir
    private Path folder;

    private Socket begin(Server server, String path) throws IOException {
        URI address = URI.create(server.address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + server.token()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length()
                + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader answers(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void aRequestInFlightIsAnsweredWhenTheServerIsToldToEnd() throws Exception {
        try (Server server = Server.start(folder.resolve("data"));
                Socket socket = begin(server, "/api/evaluate")) {
            BufferedReader in = answers(socket);
            assertEquals("HTTP/1.1 100 Continue", in.readLine(), "it is being read");
            assertEquals("", in.readLine());
            OutputStream out = socket.getOutputStream();
            out.write(BODY.substring(0, 3).getBytes(StandardCharsets.US_ASCII));
            server.tellToEnd();
            int status = 200;
            while (status == 200) {
                status = server.send("GET", "/health", "", Map.of()).statusCode();
            }
            assertEquals(503, status, "a new request is told to come again");
            out.write(BODY.substring(3).getBytes(StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 200 OK", in.readLine());
            assertEquals(143, server.end());
        }
    }

    @Test
    void aBodyThatDripsIsCutOff() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data/conf")).getParent();
        Files.writeString(data.resolve("conf/medley.properties"), "medley.http.limit.json.seconds=1\n");
        try (Server server = Server.start(data);
                Socket socket = begin(server, "/api/evaluate")) {
            BufferedReader in = answers(socket);
            assertEquals("HTTP/1.1 100 Continue", in.readLine());
            assertEquals("", in.readLine());
            OutputStream out = socket.getOutputStream();
            long begun = System.nanoTime();
            out.write('{');
            // a drop after the limit; the server says so although the body has not ended
            while (System.nanoTime() - begun < 1_200_000_000L) {
                Thread.onSpinWait();
            }
            out.write('"');
            assertEquals("HTTP/1.1 408 Request Timeout", in.readLine());
        }
    }

    @Test
    void aKeystoreMakesTheServerSpeakTls() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data/conf")).getParent();
        Path keystore = data.resolve("conf/server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        Files.writeString(
                data.resolve("conf/medley.properties"),
                "medley.http.keystore=conf/server.p12\nmedley.http.keystore.password=" + PASSWORD + "\n");
        try (Server server = Server.start(data)) {
            assertTrue(server.address().startsWith("https://"), server.line());
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(keystore)).build();
            HttpResponse<String> health = client.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "/health"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, health.statusCode(), health.body());
            assertTrue(health.headers().firstValue("Strict-Transport-Security").isPresent());
            URI address = URI.create(server.address());
            try (Socket plain = new Socket(address.getHost(), address.getPort())) {
                plain.getOutputStream()
                        .write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                InputStream in = plain.getInputStream();
                assertTrue(!new String(in.readAllBytes(), StandardCharsets.US_ASCII).contains("200 OK"));
            }
        }
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore keys = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}

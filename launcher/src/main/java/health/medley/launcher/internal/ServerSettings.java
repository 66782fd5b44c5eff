package health.medley.launcher.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the record and the server are to be set to, from the words, the data directory's settings and Medley's. */
final class ServerSettings {
    private static final String STORE = "health.medley.store/";
    private static final String REST = "health.medley.rest/";
    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final String DEFAULT_PORT = "8181";
    private static final int MOST_PORT = 65_535;

    private final ServerWords words;
    private final Map<String, String> given;
    private final Map<String, String> settings = new TreeMap<>();

    private ServerSettings(ServerWords words, Map<String, String> given) {
        this.words = words;
        this.given = given;
    }

    /** The settings of store and server; those in {@code given} hold where nothing nearer says otherwise. */
    static Map<String, String> of(ServerWords words, Map<String, String> given) {
        Map<String, String> all = new TreeMap<>(given);
        all.putAll(Surroundings.read(words.data().resolve("conf").resolve("medley.properties")));
        ServerSettings server = new ServerSettings(words, all);
        server.settings.putAll(all);
        server.store();
        if (words.part() == ServerWords.Part.SERVER) {
            server.folders();
            server.server();
        }
        prepare(words.data());
        return server.settings;
    }

    private static void prepare(Path data) {
        try {
            OwnFolder.make(data);
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_NOT_STARTED,
                    "Medley did not start: the data directory " + data + " cannot be made (" + e
                            + "); give one with --data that can",
                    e);
        }
    }

    private void store() {
        settings.put(STORE + "directory", words.data().resolve("store").toString());
        given.forEach((name, value) -> {
            if (name.startsWith("medley.store.")) {
                String property = name.substring("medley.store.".length());
                // a property whose name begins with a dot is shown to nobody but its component
                settings.put(STORE + (property.equals("password") ? ".password" : property), value);
            }
        });
    }

    // what goes out over a folder goes to one of the data directory unless somebody named another
    private void folders() {
        settings.putIfAbsent(
                "health.medley.prescription.file-drop/directory",
                words.data().resolve("pharmacy").toString());
        settings.putIfAbsent(
                "health.medley.referral.file-drop/directory",
                words.data().resolve("referrals").toString());
    }

    private void server() {
        String host = words.host().orElse(given.getOrDefault("medley.http.host", DEFAULT_HOST));
        int port = free(host, port());
        Optional<String> keystore = Optional.ofNullable(given.get("medley.http.keystore"));
        settings.put("org.apache.felix.http.host", host);
        settings.put("org.osgi.service.http.port", Integer.toString(port));
        settings.put("org.osgi.service.http.port.secure", Integer.toString(port));
        settings.put("org.apache.felix.http.enable", Boolean.toString(keystore.isEmpty()));
        settings.put("org.apache.felix.https.enable", Boolean.toString(keystore.isPresent()));
        settings.put("org.apache.felix.http.jetty.sendServerHeader", "false");
        settings.put("org.apache.felix.http.mbeans", "false");
        settings.putIfAbsent("org.apache.felix.http.timeout", "30000");
        settings.putIfAbsent("org.apache.felix.http.jetty.threadpool.max", "64");
        settings.putIfAbsent("org.apache.felix.http.jetty.headerBufferSize", "16384");
        keystore.ifPresent(this::keystore);
        settings.put(REST + "directory", words.data().toString());
        settings.put(REST + "address", url(keystore.isPresent(), host, port));
        given.forEach((name, value) -> {
            if (name.startsWith("medley.http.limit.")) {
                settings.put(REST + name.substring("medley.http.".length()), value);
            }
        });
    }

    private void keystore(String file) {
        Path path = words.data().resolve(file);
        if (!Files.isReadable(path)) {
            throw new MedleyException(
                    ErrorCode.FILE_UNREADABLE,
                    "Medley did not start: the keystore " + path + " that medley.http.keystore names cannot be read;"
                            + " make one with keytool, or remove the setting to serve without TLS");
        }
        String password = given.getOrDefault("medley.http.keystore.password", "");
        settings.put("org.apache.felix.https.keystore", path.toString());
        settings.put("org.apache.felix.https.keystore.password", password);
        settings.put(
                "org.apache.felix.https.keystore.key.password",
                given.getOrDefault("medley.http.keystore.key.password", password));
        settings.put("org.apache.felix.https.keystore.type", given.getOrDefault("medley.http.keystore.type", "PKCS12"));
    }

    private static String url(boolean secure, String host, int port) {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return (secure ? "https://" : "http://") + shown + ":" + port;
    }

    private int port() {
        String said = words.port().orElse(given.getOrDefault("medley.http.port", DEFAULT_PORT));
        try {
            int port = Integer.parseInt(said);
            if (port >= 0 && port <= MOST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw wrong(said);
        }
        throw wrong(said);
    }

    private static Words.Wrong wrong(String port) {
        return new Words.Wrong(
                "medley: \"" + port + "\" is no port: expected a number from 0 (any free one) to " + MOST_PORT);
    }

    // Jetty takes its port after the platform has started and only logs that it could not: ask before
    private static int free(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_NOT_STARTED,
                    "Medley did not start: it cannot listen on " + host + ", port " + port + " (" + e.getMessage()
                            + "); end what listens there, or choose another with --port",
                    e);
        }
    }
}

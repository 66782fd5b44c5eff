package health.medley.launcher.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ports.Choice;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** The platform that one command runs on; it is also closed when the process is told to end. */
final class PlatformSession implements AutoCloseable {
    private final ServerWords server;
    private final Medley medley;
    private final Thread hook;

    /** Start it. */
    PlatformSession(Surroundings surroundings, Words words, ServerWords server, Console console) {
        this.server = server;
        this.medley = Medley.start(config(surroundings, words, server));
        this.hook = new Thread(() -> cutShort(console), "medley-close");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static MedleyConfig config(Surroundings surroundings, Words words, ServerWords server) {
        MedleyConfig config = new MedleyConfig();
        Map<String, String> settings = surroundings.settings();
        if (server.part() != ServerWords.Part.NONE) {
            config.directory(server.data());
            config.group(ServerWords.Part.STORE.name().toLowerCase(Locale.ROOT));
            settings = ServerSettings.of(server, settings);
        }
        if (server.part() == ServerWords.Part.SERVER) {
            config.group(ServerWords.Part.SERVER.name().toLowerCase(Locale.ROOT));
        }
        settings.forEach(config::setting);
        Path bundles = surroundings.bundles();
        if (bundles != null) {
            config.bundlesIn(bundles);
        }
        for (Path jar : words.rules()) {
            Choice rules = Container.rulesIn(jar)
                    .orElseThrow(() -> new MedleyException(
                            ErrorCode.FILE_UNREADABLE,
                            "medley: " + jar + " is not a rule bundle: its manifest provides no medley.rules; pack one"
                                    + " with medley rules pack"));
            config.with(jar).choose(rules.name(), rules.version());
        }
        return config;
    }

    /** The platform. */
    Medley medley() {
        return medley;
    }

    private void cutShort(Console console) {
        console.mute();
        end();
    }

    private void end() {
        medley.close();
        if (server.passing()) {
            try {
                Workplace.remove(server.data());
            } catch (IOException e) {
                LoggerFactory.getLogger(PlatformSession.class)
                        .warn(
                                "The folder {} of a demonstration was not removed ({})",
                                server.data(),
                                String.valueOf(e));
            }
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LoggerFactory.getLogger(PlatformSession.class).debug("The process is ending: its hook closes the platform");
        }
    }
}

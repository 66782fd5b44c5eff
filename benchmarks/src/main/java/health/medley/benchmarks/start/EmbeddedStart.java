package health.medley.benchmarks.start;

import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.IOException;
import java.nio.file.Path;

/** The program whose cold start is measured: a host that embeds Medley and does nothing else. */
public final class EmbeddedStart {

    /** Printed once every required port is filled. */
    static final String MARK = "medley is ready";

    private EmbeddedStart() {}

    /** Run with: folder of bundles, folder for the platform's files. Ends when its input does, or is ended. */
    public static void main(String[] arguments) throws IOException {
        MedleyConfig config =
                new MedleyConfig().bundlesIn(Path.of(arguments[0])).directory(Path.of(arguments[1]));
        try (Medley medley = Medley.start(config)) {
            if (!medley.readiness().ready()) {
                throw new IllegalStateException("Starting the platform: expected every required port filled, got "
                        + medley.readiness().reasons());
            }
            System.out.println(MARK);
            System.out.flush();
            int end = System.in.read();
            System.out.println("input ended (" + end + "), closing");
        }
    }
}

package health.medley.benchmarks.close;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.nio.file.Path;

/** Starts the distribution's platform with a record on SQLite; everything goes through its ports. */
final class ServedPractice {
    private ServedPractice() {}

    static Medley start(Path bundles, Path data) {
        return Medley.start(new MedleyConfig()
                .bundlesIn(bundles)
                .group("store")
                .setting("health.medley.store/directory", data.toString()));
    }

    static Caller caller() {
        return Caller.of("benchmark", "north", Role.ADMINISTRATOR, "close");
    }
}

package health.medley.launcher.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that only the user who runs Medley may look into: it holds what is nobody else's business. */
final class OwnFolder {
    private static final String OWNER_ONLY = "rwx------";

    private OwnFolder() {}

    /** Make it if it is not there; one that is keeps its permissions. */
    static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OWNER_ONLY));
        }
    }
}

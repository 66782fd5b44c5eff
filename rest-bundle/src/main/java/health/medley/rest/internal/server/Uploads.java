package health.medley.rest.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Where bodies wait that are worked on later. */
final class Uploads {

    private final Path folder;

    Uploads(Path folder) {
        this.folder = folder;
    }

    /** A file of a new name. */
    Path file() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(UUID.randomUUID() + ".body");
    }

    /** The file of this name. */
    Path file(String name) {
        return folder.resolve(name);
    }
}

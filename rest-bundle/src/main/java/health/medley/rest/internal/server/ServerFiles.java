package health.medley.rest.internal.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The files of the data directory that people and commands read: where the server is, and its administrator's token. */
final class ServerFiles {

    private static final String TOKEN = "admin.token";
    private static final String SERVER = "server.json";
    private static final String OWNER_ONLY = "rw-------";

    private final Path directory;

    ServerFiles(Path directory) {
        this.directory = directory;
    }

    /** The administrator's token, if there is one. */
    Optional<Secret> token() throws IOException {
        Path file = directory.resolve(TOKEN);
        return Files.isRegularFile(file)
                ? Optional.of(new Secret(Files.readString(file).strip()))
                : Optional.empty();
    }

    /** Write the administrator's token, for its owner's eyes only. */
    void write(Secret token) throws IOException {
        write(TOKEN, token.text() + "\n");
    }

    /** Say where the server is, and whether it is ready. */
    void announce(String address, boolean ready) throws IOException {
        write(
                SERVER,
                "{\"address\":\"" + address + "\",\"process\":"
                        + ProcessHandle.current().pid() + ",\"ready\":" + ready + "}\n");
    }

    /** Say that it is no longer there. */
    void withdraw() throws IOException {
        Files.deleteIfExists(directory.resolve(SERVER));
    }

    // a reader sees the whole file or the one before, and never one that others may read
    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(directory, name, ".new", attributes);
        try {
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

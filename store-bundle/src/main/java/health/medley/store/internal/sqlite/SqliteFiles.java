package health.medley.store.internal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The files of a store on SQLite.
 *
 * @param directory where they are
 */
record SqliteFiles(Path directory) {

    private static final String NAME = "medley.db";
    private static final List<String> PARTS = List.of("", "-wal", "-shm");
    private static final String NATIVE = "org.sqlite.tmpdir";

    Path database() {
        return directory.resolve(NAME);
    }

    private Path replacement() {
        return directory.resolve(NAME + ".new");
    }

    void makeDirectory() throws IOException {
        Files.createDirectories(directory);
    }

    /**
     * Have the driver unpack its native library here rather than where programs may not be run. What a killed process
     * left is removed: the directory is locked, so nobody uses it.
     */
    void prepareNativeLibrary() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("native"));
        String chosen = System.getProperty(NATIVE);
        if (chosen == null || chosen.equals(folder.toString())) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "sqlite-*")) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
            System.setProperty(NATIVE, folder.toString());
        }
    }

    /** Put a copy of {@code file} in the place of the database, which is set aside under a free name. */
    void replace(Path file) throws IOException {
        Files.copy(file, replacement(), StandardCopyOption.REPLACE_EXISTING);
        sync(replacement());
        setAside(PARTS);
        finishReplacing();
    }

    /** Finish what a crash may have left half done: the old database is set aside, the new not yet in its place. */
    void finishReplacing() throws IOException {
        if (!Files.exists(database()) && Files.exists(replacement())) {
            setAside(PARTS.subList(1, PARTS.size()));
            Files.move(replacement(), database(), StandardCopyOption.ATOMIC_MOVE);
            sync(directory);
        }
    }

    private void setAside(List<String> parts) throws IOException {
        String aside = free();
        for (String part : parts) {
            Path old = directory.resolve(NAME + part);
            if (Files.exists(old)) {
                Files.move(old, directory.resolve(aside + part), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private String free() {
        int number = 1;
        while (Files.exists(directory.resolve("replaced-" + number + "." + NAME))) {
            number++;
        }
        return "replaced-" + number + "." + NAME;
    }

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

package health.medley.cli.internal.report;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes files beside their final names and moves them there together at the end, so that nobody sees half a result.
 * Closing without {@link #publish} leaves the folder as it was.
 */
public final class ResultFiles implements Closeable {

    private final Path folder;
    private final Map<String, Path> begun = new LinkedHashMap<>();
    private final Map<String, Writer> open = new LinkedHashMap<>();

    /** Write into {@code folder}, which is made if it is not there. */
    public ResultFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Begin a file. It is closed by {@link #publish} if not before. */
    public Writer begin(String name) throws IOException {
        Path temporary =
                folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
        begun.put(name, temporary);
        BufferedWriter writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8);
        open.put(name, writer);
        return writer;
    }

    /** Write a whole file. */
    public void write(String name, String content) throws IOException {
        try (Writer writer = begin(name)) {
            writer.write(content);
        }
    }

    /** Close every file and give it its name. */
    public void publish() throws IOException {
        for (Writer writer : open.values()) {
            writer.close();
        }
        for (Map.Entry<String, Path> file : begun.entrySet()) {
            move(file.getValue(), folder.resolve(file.getKey()));
        }
        begun.clear();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // some network file systems cannot; a plain move is the next best
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        for (Writer writer : open.values()) {
            writer.close();
        }
        for (Path temporary : begun.values()) {
            Files.deleteIfExists(temporary);
        }
    }
}

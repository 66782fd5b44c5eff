package health.medley.cli.internal.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
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

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;
    private final Map<String, Path> begun = new LinkedHashMap<>();
    private final Map<String, Closeable> open = new LinkedHashMap<>();

    /** Write into {@code folder}, which is made if it is not there. */
    public ResultFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Begin a file of text. It is closed by {@link #publish} if not before. */
    public Writer begin(String name) throws IOException {
        Writer writer = Files.newBufferedWriter(temporary(name), StandardCharsets.UTF_8);
        open.put(name, writer);
        return writer;
    }

    /** Begin a file of bytes, for a writer that does its own buffering. It is closed like one of text. */
    public OutputStream beginBytes(String name) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary(name)), BUFFER_BYTES);
        open.put(name, out);
        return out;
    }

    private Path temporary(String name) {
        Path temporary =
                folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
        begun.put(name, temporary);
        return temporary;
    }

    /** Write a whole file. */
    public void write(String name, String content) throws IOException {
        try (Writer writer = begin(name)) {
            writer.write(content);
        }
    }

    /** Close every file and give it its name. */
    public void publish() throws IOException {
        for (Closeable file : open.values()) {
            file.close();
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
        for (Closeable file : open.values()) {
            file.close();
        }
        for (Path temporary : begun.values()) {
            Files.deleteIfExists(temporary);
        }
    }
}

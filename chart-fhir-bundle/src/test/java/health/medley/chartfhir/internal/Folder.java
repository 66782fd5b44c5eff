package health.medley.chartfhir.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes the files of a chart folder. Quotes are written ' for legibility. */
final class Folder {

    final Path path;

    Folder(Path parent) {
        try {
            path = Files.createDirectories(parent.resolve("chart"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of these lines. */
    Folder lines(String name, String... lines) {
        return bytes(name, (String.join("\n", lines) + "\n").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** A file of just this text. */
    Folder text(String name, String text) {
        return bytes(name, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    Folder bytes(String name, byte[] content) {
        try {
            Files.write(path.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Collected read() {
        return Collected.from(path);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}

package health.medley.launcher.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder a platform writes to: a given one under a lock, or one of its own that goes when it closes. */
final class Workplace implements AutoCloseable {
    private static final String LOCK = "medley.lock";

    private final Path folder;
    private final @Nullable FileChannel lock;

    private Workplace(Path folder, @Nullable FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Workplace open(@Nullable Path given) {
        try {
            if (given == null) {
                return new Workplace(Files.createTempDirectory("medley-"), null);
            }
            Path folder = Files.createDirectories(given.toAbsolutePath());
            return new Workplace(folder, lock(folder));
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_NOT_STARTED,
                    "Medley did not start: the folder " + (given == null ? "for temporary files" : given)
                            + " cannot be written to (" + e + "); give one that can",
                    e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock taken = channel.tryLock();
            if (taken == null) {
                throw inUse(folder, "process " + Files.readString(file).strip());
            }
            byte[] process = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0).write(ByteBuffer.wrap(process));
            return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(folder, "this process");
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether a platform uses a folder now. */
    static boolean inUse(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_NOT_STARTED,
                    "Medley did not start: " + file + " cannot be opened (" + e
                            + "); run the command as the user who runs the server",
                    e);
        }
    }

    private static MedleyException inUse(Path folder, String holder) {
        return new MedleyException(
                ErrorCode.PLATFORM_NOT_STARTED,
                "Medley did not start: a platform of " + holder + " uses the folder " + folder
                        + "; close it or give this one a folder of its own");
    }

    /** Where Felix keeps its copies of the bundles. */
    Path cache() {
        return folder.resolve("cache");
    }

    /** Where ConfigAdmin finds what the host set. */
    Path configurations() {
        return folder.resolve("configurations");
    }

    /** Remove what earlier starts left. */
    void clean() throws IOException {
        for (Path old : List.of(cache(), configurations())) {
            remove(old);
        }
    }

    @Override
    public void close() throws IOException {
        if (lock == null) {
            remove(folder);
            return;
        }
        try {
            clean();
        } finally {
            lock.close();
        }
    }

    static void remove(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> files = Files.walk(root)) {
            found = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : found) {
            Files.deleteIfExists(file);
        }
    }
}

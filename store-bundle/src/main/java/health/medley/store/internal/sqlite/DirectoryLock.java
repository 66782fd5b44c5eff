package health.medley.store.internal.sqlite;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.LoggerFactory;

/**
 * The right to use a store's directory, which one store has at a time: of all processes by a file lock, of all class
 * loaders of this process by a system property. Two copies of SQLite on one file lose commits.
 */
final class DirectoryLock implements AutoCloseable {

    private static final String FILE = "store.lock";
    private static final String PROPERTY = "health.medley.store.open.";

    private final String property;
    private final FileChannel channel;

    private DirectoryLock(String property, FileChannel channel) {
        this.property = property;
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) throws IOException {
        String property = PROPERTY + directory.toRealPath();
        // asked first: closing a second channel on the file would give up this process's lock
        if (System.getProperties().putIfAbsent(property, "open") != null) {
            throw taken(directory, "in this process");
        }
        boolean locked = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(directory, "in another process");
            }
            locked = true;
            return new DirectoryLock(property, channel);
        } finally {
            if (!locked) {
                System.getProperties().remove(property);
                close(channel);
            }
        }
    }

    private static MedleyException taken(Path directory, String where) {
        return new MedleyException(
                ErrorCode.STORE_UNAVAILABLE,
                "another store is open on " + directory + " " + where
                        + "; stop that one, or give this one a directory of its own");
    }

    @Override
    public void close() {
        close(channel);
        System.getProperties().remove(property);
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(DirectoryLock.class).warn("The store's lock file could not be closed", e);
        }
    }
}

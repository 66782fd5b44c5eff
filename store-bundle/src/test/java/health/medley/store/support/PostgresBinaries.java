package health.medley.store.support;

import java.io.IOException;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Finds a PostgreSQL to run: the machine's own, or the one that comes as a library, unpacked once for each version. */
final class PostgresBinaries {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String READABLE = "rwxr-xr-x";

    private PostgresBinaries() {}

    /** The folder with {@code initdb} and {@code postgres}. */
    static Path folder() throws IOException {
        for (Path candidate : installed()) {
            if (Files.isExecutable(candidate.resolve("postgres")) && Files.isExecutable(candidate.resolve("initdb"))) {
                return candidate;
            }
        }
        return unpacked();
    }

    private static List<Path> installed() throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (String folder : System.getenv("PATH").split(":")) {
            Path postgres = Path.of(folder, "postgres");
            if (Files.isExecutable(postgres)) {
                candidates.add(postgres.toRealPath().getParent());
            }
        }
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.sorted(Comparator.reverseOrder())
                        .map(version -> version.resolve("bin"))
                        .forEach(candidates::add);
            }
        }
        return candidates;
    }

    /** Unpack the library's PostgreSQL below the folder for temporary files, where every user may read it. */
    static Path unpacked() throws IOException {
        URL packed = packed();
        String name =
                "medley-postgresql-" + Integer.toHexString(packed.toString().hashCode());
        Path home = Path.of(System.getProperty("java.io.tmpdir"), name + "-" + System.getProperty("user.name"));
        if (!Files.isDirectory(home)) {
            Path begun = Files.createTempDirectory("medley-postgresql-");
            Files.setPosixFilePermissions(begun, PosixFilePermissions.fromString(READABLE));
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(packed.openStream()))) {
                unpack(tar, begun);
            }
            publish(begun, home);
        }
        return home.resolve("bin");
    }

    private static URL packed() {
        String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "arm_64";
        URL packed = PostgresBinaries.class.getResource("/postgres-linux-" + machine + ".txz");
        if (packed == null) {
            throw new IllegalStateException("Looking for a PostgreSQL to test with: none on the PATH or in " + DEBIAN
                    + ", and no library brings one for " + System.getProperty("os.arch")
                    + "; install one (on Debian: apt-get install postgresql)");
        }
        return packed;
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
                if ((entry.getMode() & 0100) != 0) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(READABLE));
                }
            }
        }
    }

    /** Another process may have unpacked at the same time: then its copy is as good. */
    private static void publish(Path begun, Path home) throws IOException {
        try {
            Files.move(begun, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }
}

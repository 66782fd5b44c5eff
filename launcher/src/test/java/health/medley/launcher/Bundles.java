package health.medley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The smallest set of bundles that makes a platform: switchboard, SCR, ConfigAdmin and the APIs they need. */
public final class Bundles {
    private static final Path BUILT = Path.of("target", "bundles");

    private Bundles() {}

    /** Copy them into {@code folder}. */
    public static Path copiedTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path jar : jars(BUILT)) {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
        return folder;
    }

    /** Write the index of what is in {@code folder}. */
    public static Path indexed(Path folder) throws IOException {
        StringBuilder index = new StringBuilder();
        for (Path jar : jars(folder)) {
            index.append(sha256(jar)).append("  ").append(jar.getFileName()).append('\n');
        }
        Files.writeString(folder.resolve("index"), index);
        return folder;
    }

    /** SHA-256 of a file in lower-case hex. */
    public static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The jars in a folder, sorted. */
    public static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** A configuration that takes its bundles from {@code folder} and requires no port. */
    public static MedleyConfig config(Path folder) {
        return new MedleyConfig().bundlesIn(folder).setting("medley.ports.required", "");
    }
}

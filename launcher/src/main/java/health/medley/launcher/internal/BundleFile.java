package health.medley.launcher.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ports.Choice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Hold one bundle in memory until it is installed, so that the bytes that were hashed are the bytes that are installed.
 */
final class BundleFile {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String RULES = "medley.rules";

    private final String file;
    private byte @Nullable [] content;
    private final String sha256;
    private final Attributes manifest;

    private BundleFile(String file, byte[] content, String sha256, Attributes manifest) {
        this.file = file;
        this.content = content;
        this.sha256 = sha256;
        this.manifest = manifest;
    }

    static BundleFile of(String file, byte[] content) {
        return of(file, content, hash(content));
    }

    /** A bundle whose hash was taken already: of some megabytes it is a good part of a start. */
    static BundleFile of(String file, byte[] content, String sha256) {
        Attributes manifest = manifest(file, content);
        if (manifest.getValue("Bundle-SymbolicName") == null) {
            throw invalid(file, "its manifest has no Bundle-SymbolicName, so it is not a bundle");
        }
        return new BundleFile(file, content, sha256, manifest);
    }

    static BundleFile read(Path jar) {
        return of(jar.toAbsolutePath().getFileName().toString(), bytes(jar));
    }

    static byte[] bytes(Path jar) {
        try {
            return Files.readAllBytes(jar);
        } catch (NoSuchFileException e) {
            throw new MedleyException(
                    ErrorCode.FILE_UNREADABLE,
                    "Reading the bundle " + jar + ": there is no such file; check the path",
                    e);
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.FILE_UNREADABLE,
                    "Reading the bundle " + jar + ": it cannot be read (" + e + "); expected a jar",
                    e);
        }
    }

    private static Attributes manifest(String file, byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equalsIgnoreCase(MANIFEST)) {
                    return new Manifest(zip).getMainAttributes();
                }
            }
        } catch (IOException e) {
            throw invalid(file, "it is damaged (" + e.getMessage() + ")");
        }
        throw invalid(file, "it holds no " + MANIFEST + ", so it is not a jar");
    }

    private static MedleyException invalid(String file, String problem) {
        return new MedleyException(
                ErrorCode.ARGUMENT_INVALID,
                "Reading the bundle " + file + ": " + problem
                        + "; expected an OSGi bundle, a jar with a symbolic name");
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_FAULTY, "This Java has no SHA-256; use another build of it", e);
        }
    }

    String file() {
        return file;
    }

    String sha256() {
        return sha256;
    }

    /** The bytes, once: they are not kept beside the container's own copy. */
    InputStream take() {
        byte[] bytes = content;
        if (bytes == null) {
            throw new IllegalStateException("The bundle " + file + " was installed already");
        }
        content = null;
        return new ByteArrayInputStream(bytes);
    }

    String name() {
        return ManifestHeader.name(manifest.getValue("Bundle-SymbolicName"));
    }

    String version() {
        String version = manifest.getValue("Bundle-Version");
        return version == null ? "0.0.0" : version.strip();
    }

    /** Whether this and {@code other} cannot be installed both. */
    boolean rivals(BundleFile other) {
        return name().equals(other.name()) && version().equals(other.version());
    }

    /** Where the container and the switchboard see it come from. */
    String location() {
        return "medley:" + sha256 + "/" + file;
    }

    /** The rule set it carries, if it is a rule bundle. */
    Optional<Choice> rules() {
        String provided = manifest.getValue("Provide-Capability");
        return provided == null
                ? Optional.empty()
                : ManifestHeader.attribute(provided, RULES, "name").map(name -> new Choice(name, version()));
    }
}

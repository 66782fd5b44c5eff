package health.medley.switchboard.internal.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Collect the files of a rule bundle that is a jar, strictly. */
final class RuleJar {
    private static final int LARGEST_MANIFEST = 256 << 10;
    private static final long HIGHEST_RATIO = 200;
    private static final long RATIO_FREE = 1 << 20;

    private RuleJar() {}

    /** Collect the files; returns what the manifest says the rules are. */
    static RuleIdentity collect(Path jar, RuleText text) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Set<String> names = new HashSet<>();
            Manifest manifest = null;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                    throw text.invalid("it holds an entry twice", "Pack it again with each file once.");
                }
                String path = text.path(name);
                if (name.equals(JarFile.MANIFEST_NAME)) {
                    manifest = manifest(zip, entry, text);
                } else if (path != null) {
                    checkRatio(entry, text);
                    try (InputStream in = zip.getInputStream(entry)) {
                        text.add(path, in.readNBytes(text.allowance() + 1));
                    }
                }
            }
            if (manifest == null) {
                throw text.invalid("it has no manifest", "Pack it as a bundle.");
            }
            return identity(manifest, text);
        } catch (ZipException | IllegalArgumentException e) {
            throw text.invalid("it is no jar, or a broken one", "Pack it again.", e);
        }
    }

    private static void checkRatio(ZipEntry entry, RuleText text) {
        long packed = Math.max(1, entry.getCompressedSize());
        if (entry.getSize() > RATIO_FREE && entry.getSize() / packed > HIGHEST_RATIO) {
            throw text.invalid(
                    "an entry unpacks to more than " + HIGHEST_RATIO + " times its size", "Rules are tables of text.");
        }
    }

    private static Manifest manifest(ZipFile zip, ZipEntry entry, RuleText text) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(LARGEST_MANIFEST + 1);
            if (content.length > LARGEST_MANIFEST) {
                throw text.invalid("its manifest is larger than 256 KiB", "Pack it again.");
            }
            return new Manifest(new ByteArrayInputStream(content));
        }
    }

    private static RuleIdentity identity(Manifest manifest, RuleText text) {
        Attributes main = manifest.getMainAttributes();
        String header = main.getValue("Provide-Capability");
        List<ManifestHeader.Clause> rules = header == null
                ? List.of()
                : ManifestHeader.clauses(header).stream()
                        .filter(clause -> clause.name().equals(Capability.NAMESPACE))
                        .toList();
        if (rules.size() != 1) {
            throw text.invalid(
                    "its manifest names " + rules.size() + " capabilities medley.rules",
                    "Write one Provide-Capability: medley.rules;name=...;program=...;months=...");
        }
        String version = main.getValue("Bundle-Version");
        return Capability.read(text, rules.get(0).attributes(), version == null ? "0.0.0" : version.strip());
    }
}

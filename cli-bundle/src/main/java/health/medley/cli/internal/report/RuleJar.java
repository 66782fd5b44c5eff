package health.medley.cli.internal.report;

import health.medley.core.rules.RuleSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the jar of a rule bundle. The same rules give the same bytes on any machine: files in order, one fixed time,
 * nothing compressed (compressors differ between Java versions).
 */
public final class RuleJar {

    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final String FOLDER = "medley/rules/";

    private RuleJar() {}

    /** The jar's bytes. */
    public static byte[] of(RuleSet rules) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setMethod(ZipOutputStream.STORED);
            add(zip, JarFile.MANIFEST_NAME, manifest(rules));
            for (Map.Entry<String, String> file : rules.files().entrySet()) {
                add(zip, FOLDER + file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] manifest(RuleSet rules) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-Name", "Medley rules " + rules.ref().name());
        headers.putValue(
                "Bundle-SymbolicName", "health.medley.rules." + rules.ref().name());
        headers.putValue("Bundle-Version", rules.ref().version());
        headers.putValue(
                "Provide-Capability",
                "medley.rules;name=\"" + rules.ref().name() + "\";program=\"" + rules.program() + "\";months=\"["
                        + rules.from() + "," + rules.to() + "]\"");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setTimeLocal(FIXED);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}

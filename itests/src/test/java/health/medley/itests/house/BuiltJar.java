package health.medley.itests.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a built jar says of itself.
 *
 * @param file its name
 * @param headers headers of its manifest
 * @param entries names of its entries, each with the time it carries
 */
record BuiltJar(String file, Map<String, String> headers, Map<String, LocalDateTime> entries) {

    static BuiltJar read(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Map<String, LocalDateTime> entries = new LinkedHashMap<>();
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), entry.getTimeLocal());
            }
            Map<String, String> headers = new LinkedHashMap<>();
            ZipEntry manifest = zip.getEntry("META-INF/MANIFEST.MF");
            if (manifest != null) {
                try (InputStream in = zip.getInputStream(manifest)) {
                    new java.util.jar.Manifest(in)
                            .getMainAttributes()
                            .forEach((name, value) -> headers.put(name.toString(), value.toString()));
                }
            }
            return new BuiltJar(jar.getFileName().toString(), headers, entries);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + jar, e);
        }
    }

    String symbolicName() {
        return headers.getOrDefault("Bundle-SymbolicName", "").split(";")[0].trim();
    }

    List<Header> clauses(String header) {
        return Header.parse(headers.get(header));
    }

    List<String> classes() {
        List<String> classes = new ArrayList<>();
        for (String entry : entries.keySet()) {
            if (entry.endsWith(".class") && !entry.startsWith("META-INF/")) {
                classes.add(entry);
            }
        }
        return classes;
    }
}

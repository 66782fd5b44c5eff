package health.medley.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.billing.BillingService;
import health.medley.core.command.Command;
import health.medley.core.eligibility.EligibilityService;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostIT {
    private static final Path ARTIFACT = Path.of(System.getProperty("medley.artifact"));

    @TempDir
    Path temp;

    @Test
    void aHostWithTheArtifactOnItsClassPathStartsThePlatform() throws IOException {
        URL artifact = ARTIFACT.toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {artifact}, null);
                Medley medley = Medley.start(new MedleyConfig().bundlesFrom(loader))) {
            assertTrue(medley.report().ready());
            assertNotNull(medley.port(EligibilityService.class));
            assertNotNull(medley.port(BillingService.class));
            assertEquals(
                    1,
                    medley.contributions(Command.class).stream()
                            .filter(each -> each.id().equals("run"))
                            .count());
        }
    }

    @Test
    void aHostPackedIntoOneJarStartsThePlatform() throws IOException {
        Path jar = temp.resolve("host.jar");
        try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> lib = Files.list(ARTIFACT.resolveSibling("lib"))) {
            Set<String> taken = new HashSet<>();
            for (Path each : Stream.concat(lib, Stream.of(ARTIFACT)).toList()) {
                pack(each, packed, taken);
            }
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Ran ran = Ran.command(
                temp,
                Map.of(),
                List.of(
                        java,
                        "-cp",
                        jar + File.pathSeparator,
                        "health.medley.launcher.Main",
                        "rules",
                        "list",
                        "--json"));
        assertEquals(0, ran.exit(), ran.notes());
        assertTrue(ran.answer().contains("ccm-2025"), ran.answer());
    }

    // as packers do: the first file of a name wins, and no jar's manifest is kept
    private static void pack(Path jar, ZipOutputStream packed, Set<String> taken) throws IOException {
        taken.add("META-INF/MANIFEST.MF");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (taken.add(entry.getName())) {
                    packed.putNextEntry(new ZipEntry(entry.getName()));
                    zip.getInputStream(entry).transferTo(packed);
                }
            }
        }
    }
}

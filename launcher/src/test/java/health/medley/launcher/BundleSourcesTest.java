package health.medley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleSourcesTest {
    @TempDir
    Path temp;

    private Path bundles;

    @BeforeEach
    void copyBundles() throws IOException {
        bundles = Bundles.copiedTo(temp.resolve("bundles"));
        TinyBundle.greeting("test.greeting", "1.0.0", "greet").in(bundles);
        Bundles.indexed(bundles);
    }

    private MedleyException refused(MedleyConfig config) {
        MedleyException refused = assertThrows(MedleyException.class, () -> Medley.start(config));
        assertEquals(ErrorCode.PLATFORM_NOT_STARTED, refused.code());
        return refused;
    }

    @Test
    void aBundleThatWasTamperedWithIsRefusedBeforeAnythingStarts() throws IOException {
        Path jar = bundles.resolve("test.greeting-1.0.0.jar");
        String shipped = Bundles.sha256(jar);
        // one byte of the archive's comment: the jar stays readable
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);
        assertEquals(bytes.length + 1, Files.size(jar));
        String message = refused(Bundles.config(bundles)).getMessage();
        assertTrue(message.contains("test.greeting-1.0.0.jar is not the one that was shipped"), message);
        assertTrue(message.contains(shipped) && message.contains(Bundles.sha256(jar)), message);
    }

    @Test
    void aBundleThatIsMissingIsNamed() throws IOException {
        Files.delete(bundles.resolve("test.greeting-1.0.0.jar"));
        String message = refused(Bundles.config(bundles)).getMessage();
        assertTrue(message.contains("test.greeting-1.0.0.jar is missing"), message);
    }

    @Test
    void aLineOfTheIndexThatIsNoneIsShown() throws IOException {
        Files.writeString(bundles.resolve("index"), "# comment\n");
        String message = refused(Bundles.config(bundles)).getMessage();
        assertTrue(message.contains("line 1") && message.contains("# comment"), message);
    }

    @Test
    void aGroupIsStartedBesideTheOthersAndCheckedLikeThem() throws IOException {
        Path group = Files.createDirectories(bundles.resolve("more"));
        TinyBundle.greeting("test.more", "1.0.0", "more").in(group);
        Bundles.indexed(group);
        try (Medley medley = Medley.start(Bundles.config(bundles).group("more"))) {
            assertTrue(medley.report().bundles().stream()
                    .anyMatch(each -> each.name().equals("test.more")));
        }
        try (Medley medley = Medley.start(Bundles.config(bundles))) {
            assertTrue(medley.report().bundles().stream()
                    .noneMatch(each -> each.name().equals("test.more")));
        }
        Files.write(group.resolve("test.more-1.0.0.jar"), new byte[] {0}, StandardOpenOption.APPEND);
        String message = refused(Bundles.config(bundles).group("more")).getMessage();
        assertTrue(message.contains("test.more-1.0.0.jar is not the one that was shipped"), message);
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        String message = refused(Bundles.config(temp.resolve("nowhere"))).getMessage();
        assertTrue(message.contains("nowhere"), message);
    }

    @Test
    void aJarThatTheIndexDoesNotListStaysOut() throws IOException {
        TinyBundle.named("test.stranger", "1.0.0").in(bundles);
        try (Medley medley = Medley.start(Bundles.config(bundles))) {
            assertFalse(medley.report().bundles().stream()
                    .anyMatch(each -> each.name().equals("test.stranger")));
        }
    }

    @Test
    void aBundleGivenBesideStandsInForTheShippedOneOfItsNameAndVersion() throws IOException {
        Path other = TinyBundle.greeting("test.greeting", "1.0.0", "other").in(temp);
        try (Medley medley = Medley.start(Bundles.config(bundles).with(other))) {
            assertEquals(
                    "other",
                    medley.contributions(health.medley.core.command.Command.class)
                            .get(0)
                            .id());
        }
    }

    @Test
    void bundlesComeFromAnArtifactOnTheClassPath() throws IOException {
        Path artifact = temp.resolve("artifact.jar");
        try (OutputStream out = Files.newOutputStream(artifact);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.list(bundles)) {
            for (Path file : files.toList()) {
                zip.putNextEntry(new ZipEntry("medley/bundles/" + file.getFileName()));
                zip.write(Files.readAllBytes(file));
            }
        }
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {artifact.toUri().toURL()}, getClass().getClassLoader());
                Medley medley =
                        Medley.start(new MedleyConfig().bundlesFrom(loader).setting("medley.ports.required", ""))) {
            assertEquals(Bundles.jars(bundles).size(), medley.report().bundles().size());
        }
    }

    @Test
    void withoutAnyBundlesTheNextStepIsNamed() {
        String message = refused(new MedleyConfig()).getMessage();
        assertTrue(message.contains("health.medley:distribution"), message);
    }

    @Test
    void withoutTheSwitchboardTheStartFails() throws IOException {
        Path alone = Files.createDirectory(temp.resolve("alone"));
        TinyBundle.named("test.alone", "1.0.0").in(alone);
        String message = refused(Bundles.config(alone)).getMessage();
        assertTrue(message.contains("health.medley.switchboard"), message);
    }
}

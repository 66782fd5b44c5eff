package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import health.medley.launcher.StartReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed stops everything it began and says why. */
class FailedStartIT {
    @TempDir
    private Path folder;

    @Test
    void aMissingLibraryIsNamedWithTheBundleThatNeedsIt() throws IOException {
        Path bundles = bundlesWithout("jackson-core");
        List<StartReport> reports = new ArrayList<>();
        MedleyException failed = fails(new MedleyConfig().bundlesIn(bundles).onReport(reports::add));
        assertTrue(failed.getMessage().contains("com.fasterxml.jackson.core"), failed::getMessage);
        assertEquals(1, reports.size());
        assertFalse(reports.get(0).ready());
        assertTrue(
                reports.get(0).bundles().stream()
                        .anyMatch(b -> !b.active() && b.why().contains("jackson")),
                () -> reports.get(0).toString());
    }

    @Test
    void aMissingProviderIsNamedByItsContract() throws IOException {
        MedleyException failed = fails(new MedleyConfig().bundlesIn(bundlesWithout("coordination-bundle")));
        assertTrue(failed.getMessage().contains("TimeCounter"), failed::getMessage);
    }

    @Test
    void aTamperedBundleIsRefusedByItsHash() throws IOException {
        Path bundles = bundlesWithout("nothing");
        Path index = bundles.resolve("index");
        assertTrue(Files.exists(index), "the distribution's bundles have an index of hashes");
        Path tampered = find(bundles, "billing-bundle");
        Files.write(tampered, new byte[] {0}, StandardOpenOption.APPEND);
        MedleyException failed = fails(new MedleyConfig().bundlesIn(bundles));
        assertTrue(failed.getMessage().contains(tampered.getFileName().toString()), failed::getMessage);
    }

    @Test
    void nothingIsLeftRunningAndTheDirectoryIsFreeAgain() throws IOException {
        Path data = folder.resolve("data");
        Path bundles = bundlesWithout("coordination-bundle");
        fails(new MedleyConfig().bundlesIn(bundles).directory(data));
        List<String> left = Thread.getAllStackTraces().keySet().stream()
                // the resolver's threads end by themselves when they have been idle for a while
                .filter(thread ->
                        thread.getName().contains("Felix") && !thread.getName().startsWith("FelixResolver"))
                .map(Thread::getName)
                .toList();
        assertEquals(List.of(), left);
        try (Medley medley = Medley.start(new MedleyConfig().directory(data))) {
            assertTrue(medley.readiness().ready());
        }
    }

    private static MedleyException fails(MedleyConfig config) {
        MedleyException failed =
                assertThrows(MedleyException.class, () -> Medley.start(config).close());
        assertEquals(ErrorCode.PLATFORM_NOT_STARTED, failed.code());
        return failed;
    }

    /** The shipped bundles but one, and an index that does not miss it. */
    private Path bundlesWithout(String beginning) throws IOException {
        Path bundles = Files.createDirectory(folder.resolve("bundles"));
        try (Stream<Path> files = Files.list(Places.bundles())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.equals("index")) {
                    List<String> lines = Files.readAllLines(file).stream()
                            .filter(line -> !line.contains("  " + beginning))
                            .toList();
                    Files.write(bundles.resolve(name), lines);
                } else if (!name.startsWith(beginning)) {
                    Files.copy(file, bundles.resolve(name));
                }
            }
        }
        return bundles;
    }

    private static Path find(Path folder, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

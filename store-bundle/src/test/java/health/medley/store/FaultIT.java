package health.medley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import health.medley.store.support.KillTarget;
import health.medley.store.support.StoreTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default store in a process of its own, on a disk that is full or may not be written, or is another's. */
class FaultIT {

    private static final int MOST_ENTRIES = 50_000;

    @TempDir
    private Path directory;

    @Test
    void acknowledgesNothingThatDoesNotFitAndKeepsAllItAcknowledged() throws IOException {
        List<String> acknowledged;
        try (StoreTarget limited = new StoreTarget(directory, "", "prlimit", "--fsize=1500000")) {
            limited.start();
            Filled filled = fill(limited);
            acknowledged = filled.acknowledged();
            assertTrue(filled.refusal().contains("refuses to write"), filled::refusal);
            assertTrue(limited.kept().containsAll(acknowledged), "what was acknowledged is still read");
            assertFalse(limited.status().contains("FAILED"), limited::status);
        }
        try (StoreTarget roomy = new StoreTarget(directory, "")) {
            roomy.start();

            assertEquals(new TreeSet<>(acknowledged), new TreeSet<>(roomy.kept()));
            assertEquals(Optional.empty(), roomy.flaw());
            write(roomy, "after");
        }
    }

    @Test
    void goesOnByItselfOnceAFullDiskHasRoomAgain() throws IOException, InterruptedException {
        assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", directory.toString()), "may not mount here");
        try (StoreTarget target = new StoreTarget(directory.resolve("store"), "")) {
            Path ballast = Files.write(directory.resolve("ballast"), new byte[1 << 20]);
            target.start();
            Filled filled = fill(target);
            assertTrue(filled.refusal().contains("refuses to write"), filled::refusal);

            Files.delete(ballast);
            write(target, "after");

            assertTrue(target.kept().containsAll(filled.acknowledged()));
            assertTrue(target.kept().contains("after"));
            assertEquals(Optional.empty(), target.flaw());
        } finally {
            done("umount", directory.toString());
        }
    }

    @Test
    void saysThatItsDirectoryMayNotBeWrittenAndWorksOnceItMay() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
        try (StoreTarget target = new StoreTarget(directory, "", withoutPowersOfRoot())) {
            target.launch();
            String status = target.status();
            assertTrue(status.startsWith("WAITING") || status.startsWith("FAILED"), status);
            assertTrue(status.contains(directory.toString()), status);
            assertThrows(IOException.class, () -> write(target, "early"));

            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            target.awaitReady();

            write(target, "late");
            assertEquals(List.of("late"), target.kept());
        }
    }

    @Test
    void keepsASecondServerOffTheDirectoryAndLetsItInLater() throws IOException {
        try (StoreTarget first = new StoreTarget(directory, "");
                StoreTarget second = new StoreTarget(directory, "")) {
            first.start();
            write(first, "one");

            second.launch();

            assertTrue(second.status().startsWith("WAITING"), second::status);
            assertTrue(second.status().contains("another store is open"), second::status);
            assertThrows(IOException.class, () -> write(second, "two"));
            write(first, "three");

            first.kill();
            second.awaitReady();
            write(second, "four");
            assertEquals(List.of("one", "three", "four"), second.kept());
            assertEquals(Optional.empty(), second.flaw());
        }
    }

    private record Filled(List<String> acknowledged, String refusal) {}

    private static Filled fill(KillTarget target) throws IOException {
        List<String> acknowledged = new ArrayList<>();
        try (KillTarget.Writer writer = target.writer()) {
            for (int i = 0; i < MOST_ENTRIES; i++) {
                writer.write("entry-" + i);
                acknowledged.add("entry-" + i);
            }
        } catch (IOException e) {
            return new Filled(acknowledged, String.valueOf(e.getMessage()));
        }
        throw new IllegalStateException(MOST_ENTRIES + " entries fitted; expected the disk to be full before");
    }

    private static void write(KillTarget target, String name) throws IOException {
        try (KillTarget.Writer writer = target.writer()) {
            writer.write(name);
        }
    }

    /** Root may write everywhere; a process that gave up that power is refused like anybody else. */
    private static String[] withoutPowersOfRoot() {
        return "root".equals(System.getProperty("user.name"))
                ? new String[] {"setpriv", "--bounding-set=-dac_override,-dac_read_search"}
                : new String[0];
    }

    private static boolean done(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}

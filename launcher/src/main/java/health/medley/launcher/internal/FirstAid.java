package health.medley.launcher.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What can be said about an installation whose platform does not start, so that the doctor has something to say. */
final class FirstAid {
    private static final long HEAP_NEEDED_MB = 128;

    private final Surroundings surroundings;
    private final Console console;

    FirstAid(Surroundings surroundings, Console console) {
        this.surroundings = surroundings;
        this.console = console;
    }

    void report() {
        console.line("Java       " + Runtime.version() + " in " + System.getProperty("java.home"));
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        console.line("Memory     " + heap + " MB for Java"
                + (heap < HEAP_NEEDED_MB ? ": give it at least " + HEAP_NEEDED_MB + " MB with MEDLEY_JAVA_OPTS" : ""));
        console.line(
                "Home       " + (surroundings.home() == null ? "none, run from a class path" : surroundings.home()));
        console.line("Bundles    " + bundles());
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        console.line("Temporary  " + temporary + (Files.isWritable(temporary) ? "" : ": cannot be written to"));
        console.line("Platform   did not start, for the reason below");
    }

    private String bundles() {
        Path folder = surroundings.bundles();
        if (folder == null) {
            return "from the class path";
        }
        try (Stream<Path> files = Files.list(folder)) {
            long jars = files.filter(file -> file.toString().endsWith(".jar")).count();
            return jars + " jars in " + folder;
        } catch (IOException e) {
            return folder + " cannot be read (" + e + ")";
        }
    }
}

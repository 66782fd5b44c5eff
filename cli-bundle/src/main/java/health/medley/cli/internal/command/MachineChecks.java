package health.medley.cli.internal.command;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Looks at what Medley stands on: Java, memory, disk, clock and text encoding. */
final class MachineChecks {

    private static final int OLDEST_JAVA = 17;
    private static final long LEAST_HEAP_MIB = 128;
    private static final long LEAST_DISK_MIB = 256;
    private static final long MIB = 1024 * 1024;
    private static final LocalDate RELEASED = LocalDate.of(2025, 1, 1);

    private MachineChecks() {}

    static List<Check> all(Clock clock, Path home) {
        return List.of(
                java(Runtime.version().feature()),
                memory(Runtime.getRuntime().maxMemory() / MIB),
                temporary(Path.of(System.getProperty("java.io.tmpdir", "."))),
                home(home),
                clock(clock),
                text(Charset.defaultCharset(), System.getProperty("sun.jnu.encoding", "")));
    }

    static Check java(int feature) {
        return feature >= OLDEST_JAVA
                ? Check.ok("Java", "Java " + feature)
                : Check.broken("Java", "Java " + feature, "Run Medley with Java " + OLDEST_JAVA + " or later.");
    }

    static Check memory(long mib) {
        String found = mib + " MiB of heap at most";
        return mib >= LEAST_HEAP_MIB
                ? Check.ok("Memory", found)
                : Check.attention("Memory", found, "Give it more, for example MEDLEY_JAVA_OPTS=-Xmx512m.");
    }

    static Check temporary(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "medley-doctor", ".tmp");
            Files.delete(file);
            long free = Files.getFileStore(folder).getUsableSpace() / MIB;
            String found = folder + " is writable, " + free + " MiB free";
            return free >= LEAST_DISK_MIB
                    ? Check.ok("Temporary files", found)
                    : Check.attention("Temporary files", found, "Free some disk space there.");
        } catch (IOException e) {
            return Check.broken(
                    "Temporary files",
                    folder + " is not writable",
                    "Make it writable, or name another folder with MEDLEY_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.");
        }
    }

    static Check home(Path home) {
        return Files.isDirectory(home.resolve(DemoCommand.SAMPLE))
                ? Check.ok("Installation", home.toString())
                : Check.attention(
                        "Installation",
                        home + " has no " + DemoCommand.SAMPLE,
                        "Unpack Medley again; medley demo needs the sample practice.");
    }

    static Check clock(Clock clock) {
        LocalDate today = LocalDate.now(clock);
        String found = today + " in " + clock.getZone();
        return today.isAfter(RELEASED)
                ? Check.ok("Clock", found)
                : Check.attention("Clock", found, "Set the machine's clock; this day lies before Medley was made.");
    }

    static Check text(Charset standard, String fileNames) {
        String found = standard + " for text, " + (fileNames.isEmpty() ? "unknown" : fileNames) + " for file names";
        boolean good =
                standard.equals(StandardCharsets.UTF_8) && (fileNames.isEmpty() || fileNames.equalsIgnoreCase("UTF-8"));
        return good
                ? Check.ok("Text encoding", found)
                : Check.attention(
                        "Text encoding",
                        found,
                        "Files are read and written as UTF-8 all the same; set LANG=C.UTF-8 for names and terminal.");
    }
}

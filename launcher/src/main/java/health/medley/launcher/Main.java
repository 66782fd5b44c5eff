package health.medley.launcher;

import health.medley.launcher.internal.CommandLine;
import health.medley.launcher.internal.Console;
import health.medley.launcher.internal.Surroundings;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Run one command of {@code medley} and end with its exit code. */
public final class Main {
    private static final int BUFFER_BYTES = 1 << 16;

    // kept: the log manager forgets loggers that nobody holds, and their levels with them
    private static final Logger SERVICE_LOADING = Logger.getLogger("org.apache.aries.spifly");

    private Main() {}

    /** Run the command that {@code words} name. */
    public static void main(String[] words) {
        // the terminal's encoding may be anything; what Medley prints is UTF-8
        PrintStream answers = print(new FileOutputStream(FileDescriptor.out));
        PrintStream notes = print(new FileOutputStream(FileDescriptor.err));
        // a library that prints must not get between the lines of an answer
        System.setOut(System.err);
        SERVICE_LOADING.setLevel(Level.WARNING);
        if (List.of(words).contains("--debug")) {
            // read by conf/logback.xml
            System.setProperty("medley.stack", "full");
        }
        Surroundings surroundings = Surroundings.ofThisProcess();
        Console console = new Console(answers, notes, surroundings.terminal());
        int status = new CommandLine(surroundings, console).run(List.of(words));
        console.close();
        System.exit(status);
    }

    private static PrintStream print(OutputStream out) {
        return new PrintStream(new BufferedOutputStream(out, BUFFER_BYTES), false, StandardCharsets.UTF_8);
    }
}

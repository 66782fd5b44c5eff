package health.medley.benchmarks.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Start a program, wait until it prints its mark, take its figures, end it. */
final class ColdStart {

    private static final int TAIL = 4000;

    private final String name;
    private final ProcessBuilder command;
    private final String mark;

    /**
     * Describe the program.
     *
     * @param name for messages
     * @param command how to start it
     * @param folder where
     * @param mark text on its output that says it is ready
     */
    ColdStart(String name, List<String> command, Path folder, String mark) {
        this.name = name;
        this.mark = mark;
        this.command = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    }

    /** Set an environment variable. */
    ColdStart with(String variable, String value) {
        command.environment().put(variable, value);
        return this;
    }

    /**
     * Start once.
     *
     * @throws IllegalStateException if it ends before it is ready; the end of its output is in the message
     */
    Started once() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = command.start();
        try {
            awaitMark(process);
            double wall = (System.nanoTime() - begin) / 1e9;
            long pid = java(process.toHandle());
            return new Started(wall, ProcessFacts.cpuSeconds(pid), ProcessFacts.rssMegabytes(pid));
        } finally {
            end(process);
        }
    }

    private void awaitMark(Process process) throws IOException {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[8192];
        InputStream out = process.getInputStream();
        for (int read = out.read(buffer); read >= 0; read = out.read(buffer)) {
            seen.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            if (seen.indexOf(mark) >= 0) {
                return;
            }
        }
        String tail = seen.substring(Math.max(0, seen.length() - TAIL));
        throw new IllegalStateException(
                "Starting " + name + ": expected it to print \"" + mark + "\", but it ended after:\n" + tail);
    }

    /** The Java process: the one started, or the one a start script has started in turn. */
    private static long java(ProcessHandle started) {
        Optional<ProcessHandle> child = started.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst();
        return child.orElse(started).pid();
    }

    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }
}

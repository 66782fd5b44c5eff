package health.medley.benchmarks.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Run a main class of this module in a Java process of its own. */
public final class Fork {

    private Fork() {}

    /**
     * Run and wait. What it prints is handed over line by line; its errors are shown as they come.
     *
     * @throws IllegalStateException if it does not end well
     */
    public static void run(Class<?> main, List<String> jvmOptions, List<String> arguments, Consumer<String> lines) {
        List<String> command = command(main, jvmOptions, arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                out.lines().forEach(lines);
            }
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException("Running " + main.getSimpleName() + " " + arguments
                        + ": expected exit code 0, got " + exit + "; its message stands above");
            }
        } catch (IOException e) {
            throw new IllegalStateException("Starting " + command.get(0) + " failed; expected a Java there", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + main.getSimpleName() + " ran", e);
        }
    }

    /** The command line of a Java process like this one: same Java, same class path. */
    public static List<String> command(Class<?> main, List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }
}

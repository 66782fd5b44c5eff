package health.medley.distribution;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a process printed and how it ended. */
record Ran(int exit, String answer, String notes) {

    static Ran command(Path directory, Map<String, String> environment, List<String> words) {
        try {
            File answer = Files.createTempFile(directory, "answer", ".txt").toFile();
            File notes = Files.createTempFile(directory, "notes", ".txt").toFile();
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectOutput(answer)
                    .redirectError(notes);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            int exit = process.waitFor();
            return new Ran(exit, text(answer), text(notes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }
}

package health.medley.itests.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A shell into which commands are typed one after the other. */
public final class ShellSession implements AutoCloseable {
    private static final String END = "--- the command has ended ---";

    private final Process shell;
    private final Writer in;
    private final BufferedReader out;

    /** Open a shell in a folder. */
    public ShellSession(Path folder) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("sh").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        String path = System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
        builder.environment().put("PATH", path);
        shell = builder.start();
        in = shell.outputWriter(StandardCharsets.UTF_8);
        out = shell.inputReader(StandardCharsets.UTF_8);
    }

    /** Type a command; the lines it and what it started printed until it ended. */
    public List<String> run(String command) throws IOException {
        in.write(command + "\nprintf '\\n%s\\n' '" + END + "'\n");
        in.flush();
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null && !line.equals(END); line = out.readLine()) {
            lines.add(line.stripTrailing());
        }
        // the line break before the mark, and what a command without one printed last
        int last = lines.size() - 1;
        if (last >= 0 && lines.get(last).isEmpty()) {
            lines.remove(last);
        }
        return lines;
    }

    /** End the shell and all that it started. */
    @Override
    public void close() {
        shell.descendants().forEach(ProcessHandle::destroy);
        shell.destroy();
    }
}

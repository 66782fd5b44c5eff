package health.medley.itests.support;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.itests.Places;
import health.medley.launcher.Medley;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command said.
 *
 * @param status how it ended
 * @param lines its answer
 * @param notes what it noted beside
 */
public record Said(ExitStatus status, List<String> lines, List<String> notes) {
    public static final Caller TESTER = Caller.of("itests", "practice", Role.HOST, "container test");

    /** Run a command through its port. */
    public static Said by(Medley medley, String command, Path directory, String... words) {
        List<String> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        CommandOutput output = new CommandOutput() {
            @Override
            public void line(String text) {
                lines.add(text);
            }

            @Override
            public void note(String text) {
                notes.add(text);
            }

            @Override
            public void progress(String stage, long done, long total) {
                // nobody watches
            }
        };
        CommandCall call = new CommandCall(List.of(words), directory, Places.home(), false);
        ExitStatus status = medley.port(Command.class, command).run(TESTER, call, output);
        return new Said(status, lines, notes);
    }

    /** Everything it said, for messages. */
    @Override
    public String toString() {
        return status + "\n" + String.join("\n", lines) + "\n--\n" + String.join("\n", notes);
    }
}

package health.medley.cli.internal.command;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a command and keeps what it prints. */
final class Captured implements CommandOutput {

    final List<String> lines = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final List<String> stages = new ArrayList<>();

    ExitStatus run(Command command, Path directory, String... words) {
        Caller caller = Caller.of("tester", "test", Role.HOST, "test");
        return command.run(caller, new CommandCall(List.of(words), directory, directory, false), this);
    }

    String last() {
        return lines.get(lines.size() - 1);
    }

    /** Everything printed, lines apart. */
    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void line(String text) {
        lines.addAll(List.of(text.split("\n", -1)));
    }

    @Override
    public void note(String text) {
        notes.add(text);
    }

    @Override
    public void progress(String stage, long done, long total) {
        if (!stages.contains(stage)) {
            stages.add(stage);
        }
    }
}

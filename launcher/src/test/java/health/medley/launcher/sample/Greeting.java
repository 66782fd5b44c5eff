package health.medley.launcher.sample;

import health.medley.core.Caller;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import java.util.Map;

/** A command that greets, in words that a setting may change. */
public final class Greeting implements Command {
    private final String word;

    /** As declarative services make it. */
    public Greeting(Map<String, Object> configuration) {
        Object set = configuration.get("word");
        word = set == null ? "Hello" : set.toString();
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        if (call.words().contains("fail")) {
            throw new IllegalStateException("on purpose");
        }
        output.line(word + " " + String.join(" ", call.words()));
        return call.words().isEmpty() ? ExitStatus.NO : ExitStatus.DONE;
    }
}

package health.medley.launcher;

import health.medley.core.command.CommandOutput;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a command said. */
public final class Said implements CommandOutput {
    /** The lines of the answer. */
    public final List<String> lines = new ArrayList<>();
    /** The notes. */
    public final List<String> notes = new ArrayList<>();

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
        notes.add(stage);
    }
}

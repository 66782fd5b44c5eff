package health.medley.launcher.internal;

import health.medley.core.command.CommandOutput;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Print answers to one stream and everything else to another. Progress is redrawn in place where a person watches, and
 * one line a stage where nobody does.
 */
public final class Console implements CommandOutput, AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream answers;
    private final PrintStream notes;
    private final boolean terminal;
    private String stage = "";
    private long done;
    private long total;
    private boolean drawn;
    private long drawnAt;
    private boolean muted;

    /** Print to these streams, which stay open. */
    public Console(PrintStream answers, PrintStream notes, boolean terminal) {
        this.answers = answers;
        this.notes = notes;
        this.terminal = terminal;
    }

    @Override
    public synchronized void line(String text) {
        if (muted) {
            return;
        }
        clear();
        answers.print(text);
        answers.print('\n');
    }

    @Override
    public synchronized void note(String text) {
        if (muted) {
            return;
        }
        clear();
        answers.flush();
        notes.print(text);
        notes.print('\n');
        notes.flush();
    }

    @Override
    public synchronized void progress(String newStage, long newDone, long newTotal) {
        if (muted) {
            return;
        }
        if (!newStage.equals(stage)) {
            endStage();
            stage = newStage;
            drawnAt = 0;
        }
        done = newDone;
        total = newTotal;
        if (terminal) {
            draw();
        }
    }

    private void draw() {
        long now = System.nanoTime();
        if (drawnAt != 0 && now - drawnAt < REDRAW_NANOS && done != total) {
            return;
        }
        drawnAt = now;
        drawn = true;
        answers.flush();
        notes.print(CLEAR_LINE + sentence());
        notes.flush();
    }

    private String sentence() {
        if (total > 0) {
            return String.format(Locale.ROOT, "%s: %,d of %,d", stage, done, total);
        }
        return done > 0 ? String.format(Locale.ROOT, "%s: %,d", stage, done) : stage;
    }

    private void clear() {
        if (drawn) {
            notes.print(CLEAR_LINE);
            notes.flush();
            drawn = false;
        }
    }

    private void endStage() {
        clear();
        if (!terminal && !stage.isEmpty()) {
            notes.print(sentence() + "\n");
            notes.flush();
        }
        stage = "";
    }

    /**
     * Hand over what was printed and print nothing more: the process is ending, and what a command that is cut short
     * has to say about it helps nobody.
     */
    synchronized void mute() {
        close();
        muted = true;
    }

    /** Hand over every line so far: the command goes on for long. */
    synchronized void handOver() {
        endStage();
        answers.flush();
        notes.flush();
    }

    /** End what is in progress and hand over every line. */
    @Override
    public synchronized void close() {
        handOver();
    }
}

package health.medley.core.command;

import org.osgi.annotation.versioning.ConsumerType;

/** Take what a command has to say, while it runs. */
@ConsumerType
public interface CommandOutput {

    /** Print one line of the answer. */
    void line(String text);

    /** Print one line for the person who ran the command: a problem, a remedy. Not part of the answer. */
    void note(String text);

    /**
     * Show how far a stage is. Redrawn on a terminal, one line per stage otherwise.
     *
     * @param stage what is being done, in a few words
     * @param done how much is done
     * @param total how much there is; 0 if unknown
     */
    void progress(String stage, long done, long total);
}

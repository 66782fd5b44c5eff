package health.medley.core.command;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Add a command to {@code medley}. The contribution's id is the command's name, its words joined by a space
 * ({@code rules check}); the service properties {@code medley.usage} and {@code medley.summary} hold its words and what
 * it does, in one line each, for {@code medley help}.
 *
 * <p>A command is an edge: it reads the person's words and files, calls ports and prints. It runs on the thread it was
 * called on. Safe for concurrent use.
 *
 * @since 1.0
 */
@Contract(Cardinality.CONTRIBUTION)
@ConsumerType
public interface Command {

    /** Service property: the words of the command with their meaning, in one line. */
    String USAGE = "medley.usage";

    /** Service property: what the command does, in one line. */
    String SUMMARY = "medley.summary";

    /**
     * Run the command.
     *
     * @param caller who runs it
     * @param call its words and where it was called
     * @param output takes what it prints; not kept after the call
     * @return how it ended; wrong words and wrong input are answers, not exceptions
     */
    ExitStatus run(Caller caller, CommandCall call, CommandOutput output);
}

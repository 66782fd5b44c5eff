package health.medley.cli.internal.command;

import health.medley.cli.internal.report.Printable;
import health.medley.cli.internal.server.DataDirectory;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Lease;
import health.medley.core.ports.Ports;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the commands share: one lease for all of a command's work, wrong words, failures and their exit codes. */
final class Session {

    /** How many problems are shown; files hold them all. */
    private static final int SHOWN = 20;

    /** Rules are input as well, and so is what a practice sets for them. */
    private static final Set<ErrorCode> INPUT = Set.of(
            ErrorCode.FILE_UNREADABLE, ErrorCode.CHART_UNREADABLE, ErrorCode.ARGUMENT_INVALID, ErrorCode.RULES_INVALID);

    /** The work of one command under its lease. */
    @FunctionalInterface
    interface Work {
        /** Do it. */
        ExitStatus run(Caller pinned) throws IOException, Words.Wrong;
    }

    private Session() {}

    /** The data directory that the words name. */
    static DataDirectory data(CommandCall call, Words words) {
        String named = words.optional("--data").orElse(DataDirectory.USUAL);
        return new DataDirectory(call.directory().resolve(named).normalize());
    }

    /** Do a command's work under one lease and turn what stops it into words and an exit status. */
    static ExitStatus run(Ports ports, Caller caller, CommandOutput output, String usage, Work work) {
        try (Lease lease = ports.open(caller)) {
            return work.run(lease.caller());
        } catch (Words.Wrong e) {
            output.note(e.sentence());
            output.note("Usage: medley " + usage);
            return ExitStatus.WORDS_WRONG;
        } catch (MedleyException e) {
            output.note(e.code() + ": " + Printable.of(String.valueOf(e.getMessage())));
            return INPUT.contains(e.code()) ? ExitStatus.INPUT_WRONG : ExitStatus.PLATFORM_FAILED;
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            output.note("Reading or writing " + Printable.of(String.valueOf(e.getFile())) + " failed: "
                    + Printable.of(reason) + ". Check that it is there, and that you may read or write it.");
            return ExitStatus.INPUT_WRONG;
        } catch (IOException e) {
            output.note("Reading or writing a file failed: " + Printable.of(String.valueOf(e.getMessage()))
                    + ". Check the disk's free space, then run again.");
            return ExitStatus.PLATFORM_FAILED;
        }
    }

    /** A path the person wrote, against the directory they are in. */
    static Path path(CommandCall call, String text) throws Words.Wrong {
        try {
            return call.directory().resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new Words.Wrong("\"" + text + "\" is not a path.");
        }
    }

    /** A month the person wrote. */
    static ServiceMonth month(String option, String text) throws Words.Wrong {
        try {
            return ServiceMonth.parse(text);
        } catch (MedleyException e) {
            throw new Words.Wrong(option + " \"" + text + "\" is not a month. Write it YYYY-MM, for example 2025-03.");
        }
    }

    /** Show problems of the input, the first ones in full. */
    static void problems(CommandOutput output, List<InputProblem> problems, long total, String rest) {
        problems.stream().limit(SHOWN).forEach(problem -> output.note(sentence(problem)));
        if (total > SHOWN) {
            output.note("... and " + (total - SHOWN) + " more" + rest);
        }
    }

    /** A problem in one line: {@code activity.csv:12:start: "x": problem remedy}. */
    static String sentence(InputProblem problem) {
        String value = problem.value().isEmpty() ? "" : "\"" + problem.value() + "\": ";
        return Printable.of(problem.place() + ": " + value + problem.problem() + " " + problem.remedy());
    }
}

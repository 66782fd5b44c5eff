package health.medley.launcher.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorKind;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Lease;
import health.medley.core.ports.Ports;
import health.medley.launcher.Contribution;
import health.medley.launcher.Medley;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Start a platform, run the command that the words name, close the platform. */
public final class CommandLine {
    private static final String DOCTOR = "doctor";

    private final Surroundings surroundings;
    private final Console console;

    /** Run commands in these surroundings. */
    public CommandLine(Surroundings surroundings, Console console) {
        this.surroundings = surroundings;
        this.console = console;
    }

    /** Run one command; returns the process's exit code. */
    public int run(List<String> typed) {
        boolean debug = typed.contains("--debug");
        try {
            return answer(Words.read(typed, surroundings.directory())).code();
        } catch (Words.Wrong e) {
            console.note(e.getMessage());
            return ExitStatus.WORDS_WRONG.code();
        } catch (MedleyException e) {
            console.note(e.getMessage());
            explain(e, debug);
            return status(e).code();
        } catch (OutOfMemoryError e) {
            console.note("medley: Java's memory of " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB is used up; give it more, for example MEDLEY_JAVA_OPTS=-Xmx2g");
            explain(e, debug);
        } catch (Exception | Error e) {
            console.note("medley: something failed that should not (" + e
                    + "); run it again with --debug and send the output to Medley's makers");
            explain(e, debug);
        }
        return ExitStatus.PLATFORM_FAILED.code();
    }

    private static ExitStatus status(MedleyException e) {
        return e.code().kind() == ErrorKind.USER ? ExitStatus.INPUT_WRONG : ExitStatus.PLATFORM_FAILED;
    }

    private void explain(Throwable failure, boolean debug) {
        if (debug) {
            StringWriter stack = new StringWriter();
            failure.printStackTrace(new PrintWriter(stack));
            console.note(stack.toString().stripTrailing());
        }
    }

    private ExitStatus answer(Words words) {
        String first = words.words().isEmpty() ? "" : words.words().get(0);
        if (List.of("version", "--version", "-V").contains(first)) {
            console.line("medley " + version() + " on Java " + Runtime.version());
            return ExitStatus.DONE;
        }
        ServerWords server = ServerWords.read(words.words(), surroundings.directory());
        try (PlatformSession session = start(words, server, first)) {
            ExitStatus status = answer(server.passing() ? server.named(words) : words, first, session.medley());
            if (server.part() != ServerWords.Part.SERVER || status != ExitStatus.DONE) {
                return status;
            }
            console.handOver();
            session.medley().await();
            // whoever stops the server ends the process: this is a platform that stopped by itself
            console.note("medley: the server has stopped; its log says why");
            return ExitStatus.PLATFORM_FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.PLATFORM_FAILED;
        }
    }

    private static String version() {
        String version = CommandLine.class.getPackage().getImplementationVersion();
        return version == null ? "of a build folder" : version;
    }

    private ExitStatus answer(Words words, String first, Medley medley) {
        Map<String, Contribution> commands = new TreeMap<>();
        medley.contributions(Command.class).forEach(each -> commands.put(each.id(), each));
        Help help = new Help(commands, console);
        if (first.isEmpty()) {
            help.all();
            return ExitStatus.WORDS_WRONG;
        }
        if (List.of("help", "--help", "-h").contains(first)) {
            return help.about(new Words(words.words().subList(1, words.words().size()), List.of(), false));
        }
        Optional<String> command = words.command(commands.keySet());
        if (command.isEmpty()) {
            return help.unknown(words);
        }
        List<String> rest = words.after(command.get());
        if (rest.contains("--help") || rest.contains("-h")) {
            return help.about(words);
        }
        return run(medley, command.get(), rest);
    }

    private ExitStatus run(Medley medley, String name, List<String> rest) {
        Command command = medley.port(Command.class, name);
        CommandCall call = new CommandCall(
                rest, surroundings.directory(), surroundings.homeOrDirectory(), surroundings.terminal());
        Caller caller = Caller.of("operator", "command-line", Role.HOST, "medley " + name);
        try (Lease lease = medley.port(Ports.class).open(caller)) {
            return command.run(lease.caller(), call, console);
        }
    }

    private PlatformSession start(Words words, ServerWords server, String first) {
        try {
            return new PlatformSession(surroundings, words, server, console);
        } catch (MedleyException e) {
            if (first.equals(DOCTOR)) {
                new FirstAid(surroundings, console).report();
            }
            throw e;
        }
    }
}

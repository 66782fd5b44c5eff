package health.medley.launcher.internal;

import health.medley.core.command.Command;
import health.medley.core.command.ExitStatus;
import health.medley.launcher.Contribution;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Say which commands there are and what their words mean. */
final class Help {
    private static final int INDENT = 6;

    private final Map<String, Contribution> commands;
    private final Console console;

    Help(Map<String, Contribution> commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    void all() {
        console.line("medley: chronic care management, from the chart to the billable month");
        console.line("");
        commands.keySet().forEach(this::one);
        console.line("  medley help [COMMAND]");
        console.line(" ".repeat(INDENT) + "shows this, or one command");
        console.line("  medley version");
        console.line(" ".repeat(INDENT) + "shows the version of Medley and of Java");
        console.line("");
        console.line(
                "Exit codes: 0 done, 1 the answer is no, 2 the words are wrong, 3 the input is wrong, 4 Medley failed."
                        + " --debug shows the stack of a failure.");
    }

    private void one(String name) {
        console.line("  medley " + property(name, Command.USAGE, name));
        String summary = property(name, Command.SUMMARY, "");
        if (!summary.isEmpty()) {
            console.line(" ".repeat(INDENT) + summary);
        }
    }

    private String property(String name, String key, String otherwise) {
        Contribution command = commands.get(name);
        Object value = command == null ? null : command.properties().get(key);
        return value == null ? otherwise : value.toString().replaceFirst("^medley ", "");
    }

    ExitStatus about(Words words) {
        if (words.words().isEmpty()) {
            all();
            return ExitStatus.DONE;
        }
        Optional<String> command = words.command(commands.keySet());
        if (command.isPresent()) {
            one(command.get());
            return ExitStatus.DONE;
        }
        List<String> family = family(words.words().get(0));
        if (family.isEmpty()) {
            return unknown(words);
        }
        family.forEach(this::one);
        return ExitStatus.DONE;
    }

    ExitStatus unknown(Words words) {
        String first = words.words().get(0);
        List<String> family = family(first);
        if (words.words().size() == 1 && !family.isEmpty()) {
            console.note("medley: " + first + " needs one more word: " + String.join(", ", family));
            return ExitStatus.WORDS_WRONG;
        }
        String hint = words.nearest(family.isEmpty() ? commands.keySet() : family)
                .map(each -> "; did you mean \"medley " + each + "\"?")
                .orElse(".");
        String typed = family.isEmpty() ? first : first + " " + words.words().get(1);
        console.note("medley: there is no command \"" + typed + "\"" + hint + " \"medley help\" lists them.");
        return ExitStatus.WORDS_WRONG;
    }

    private List<String> family(String first) {
        return commands.keySet().stream()
                .filter(each -> each.startsWith(first + " "))
                .toList();
    }
}

package health.medley.cli.internal.command;

import health.medley.cli.internal.starter.RuleStarter;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingService;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes a folder of rules to begin with, and checks it. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=rules new",
            Command.USAGE + "=" + RulesNewCommand.WORDS,
            Command.SUMMARY + "=write a folder of rules that pass their check, to change into your own"
        })
public final class RulesNewCommand implements Command {

    static final String WORDS = "rules new NAME [--program P] [--months FROM,TO] | rules new NAME --copy RULES_OR_JAR";

    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9]{0,40}(?:-[a-z][a-z0-9]{0,40})*)(-\\d{4})?");
    private static final Pattern PROGRAM = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final String MONTHS = "--months";
    private static final String PROGRAM_OPTION = "--program";
    private static final String COPY = "--copy";
    private static final String BESIDE = ", and " + RuleStarter.SCHEMA_FOLDER
            + " beside it, from which an editor completes and checks what you write.";

    private final Ports ports;
    private final RuleLibrary library;
    private final BillingService billing;

    /** Take the ports. */
    @Activate
    public RulesNewCommand(@Reference Ports ports, @Reference RuleLibrary library, @Reference BillingService billing) {
        this.ports = ports;
        this.library = library;
        this.billing = billing;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> work(pinned, call, output));
    }

    private ExitStatus work(Caller pinned, CommandCall call, CommandOutput output) throws IOException, Words.Wrong {
        Words words = Words.sort(call.words(), Set.of(), Set.of(PROGRAM_OPTION, MONTHS, COPY), 1);
        String name = words.position(0);
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new Words.Wrong(
                    "\"" + name + "\" is not a name for rules. Write lower-case letters, digits and hyphens"
                            + ", the year last, for example home-2027.");
        }
        Optional<String> copy = words.optional(COPY);
        Optional<RuleStarter> starter = copy.isPresent() ? Optional.empty() : Optional.of(starter(words, parts));
        Path folder = Session.path(call, name);
        if (Files.exists(folder)) {
            output.note("There is a " + folder + " already, and nothing in it is touched: take another name, or remove"
                    + " it first.");
            return ExitStatus.INPUT_WRONG;
        }
        write(pinned, call, starter, copy.orElse(""), folder, output);
        RuleTrial trial = RuleTrial.own(billing, pinned, library.read(pinned, folder));
        trial.lines().forEach(output::line);
        output.line("");
        output.line("Next: change the files, add a case for each change, then");
        output.line("  medley rules check " + name);
        output.line("  medley rules pack " + name);
        return trial.accepted() ? ExitStatus.DONE : ExitStatus.NO;
    }

    private void write(
            Caller pinned,
            CommandCall call,
            Optional<RuleStarter> starter,
            String copied,
            Path folder,
            CommandOutput output)
            throws IOException, Words.Wrong {
        if (starter.isPresent()) {
            starter.get().write(folder);
            output.line("Wrote the folder " + folder.getFileName() + BESIDE);
        } else {
            RuleSet rules = original(pinned, call, copied);
            RuleStarter.copy(rules, folder);
            output.line("Copied " + rules.ref() + " into the folder " + folder.getFileName() + BESIDE);
        }
    }

    /** An installed rule set by its name, the active version; else a jar or folder. */
    private RuleSet original(Caller pinned, CommandCall call, String named) throws Words.Wrong {
        Optional<RuleSet> installed = library.list(pinned).stream()
                .filter(rules -> rules.active() && rules.ref().name().equals(named))
                .findFirst()
                .flatMap(rules -> library.installed(pinned, rules.ref()));
        return installed.isPresent() ? installed.get() : library.read(pinned, Session.path(call, named));
    }

    private static RuleStarter starter(Words words, Matcher parts) throws Words.Wrong {
        String name = words.position(0);
        String program = words.optional(PROGRAM_OPTION).orElse(parts.group(1));
        if (!PROGRAM.matcher(program).matches()) {
            throw new Words.Wrong(
                    "\"" + program + "\" is not a program. Write lower-case letters, digits and hyphens.");
        }
        Optional<String> months = words.optional(MONTHS);
        if (months.isEmpty() && parts.group(2) == null) {
            throw new Words.Wrong("For which months? Let the name end in a year, as in " + name + "-2027, or write "
                    + MONTHS + " 2027-01,2027-12.");
        }
        String year = parts.group(2) == null ? "" : parts.group(2).substring(1);
        String[] ends = months.orElse(year + "-01," + year + "-12").split(",", -1);
        if (ends.length != 2) {
            throw new Words.Wrong(MONTHS + " takes the first and the last month, for example 2027-01,2027-12.");
        }
        ServiceMonth from = Session.month(MONTHS, ends[0]);
        ServiceMonth to = Session.month(MONTHS, ends[1]);
        if (to.compareTo(from) < 0) {
            throw new Words.Wrong(MONTHS + ": the last month is before the first.");
        }
        return new RuleStarter(name, program, from, to);
    }
}

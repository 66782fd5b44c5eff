package health.medley.cli.internal.command;

import health.medley.cli.internal.compare.DiffText;
import health.medley.cli.internal.compare.RuleDiff;
import health.medley.cli.internal.compare.VersionClaim;
import health.medley.cli.internal.practice.CaseFile;
import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.Json;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.billing.BillingService;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compiles a rule bundle and runs its own cases, or a file's; nothing is installed. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=rules check",
            Command.USAGE + "=" + RulesCheckCommand.WORDS,
            Command.SUMMARY + "=compile a rule bundle and run its cases, without installing it"
        })
public final class RulesCheckCommand implements Command {

    static final String WORDS = "rules check JAR_OR_DIR [--cases FILE.csv] [--previous JAR] [--json]";

    private static final String PREVIOUS = "--previous";

    private final Ports ports;
    private final RuleLibrary library;
    private final BillingService billing;

    /** Take the ports. */
    @Activate
    public RulesCheckCommand(
            @Reference Ports ports, @Reference RuleLibrary library, @Reference BillingService billing) {
        this.ports = ports;
        this.library = library;
        this.billing = billing;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> work(pinned, call, output));
    }

    private ExitStatus work(Caller pinned, CommandCall call, CommandOutput output) throws IOException, Words.Wrong {
        Words words = Words.sort(call.words(), Set.of("--json"), Set.of("--cases", PREVIOUS), 1);
        Path archive = Session.path(call, words.position(0));
        Rejects rejects = new Rejects();
        Optional<CaseFile> file = Optional.empty();
        if (words.optional("--cases").isPresent()) {
            file = CaseFile.read(Session.path(call, words.required("--cases")), rejects);
            if (file.isEmpty()) {
                Session.problems(output, rejects.inOrder(), rejects.total(), ".");
                return ExitStatus.INPUT_WRONG;
            }
        }
        RuleTrial trial;
        Optional<RuleDiff> diff = Optional.empty();
        try {
            RuleSet rules = library.read(pinned, archive);
            trial = file.isPresent()
                    ? RuleTrial.with(billing, pinned, rules, file.get(), output)
                    : RuleTrial.own(billing, pinned, rules);
            if (words.optional(PREVIOUS).isPresent() && trial.problems().isEmpty()) {
                diff = Optional.of(since(pinned, Session.path(call, words.required(PREVIOUS)), rules, output));
            }
        } catch (MedleyException e) {
            return refused(e, output);
        }
        if (file.isPresent()) {
            trial.cases().unreadable().forEach(rejects::add);
        }
        Session.problems(output, rejects.inOrder(), rejects.total(), ".");
        show(output, words.has("--json"), trial, diff);
        if (!rejects.isEmpty()) {
            return ExitStatus.INPUT_WRONG;
        }
        boolean honest = diff.map(RuleDiff::claim).map(VersionClaim::honest).orElse(true);
        return trial.accepted() && honest ? ExitStatus.DONE : ExitStatus.NO;
    }

    private RuleDiff since(Caller pinned, Path previous, RuleSet rules, CommandOutput output)
            throws IOException, Words.Wrong {
        RuleSet before = library.read(pinned, previous);
        if (!before.ref().name().equals(rules.ref().name())) {
            throw new Words.Wrong(PREVIOUS + " names " + before.ref() + ", which is no earlier version of "
                    + rules.ref().name() + ".");
        }
        return RuleComparison.byOwnCases(billing, pinned, output, before, rules);
    }

    private static void show(CommandOutput output, boolean json, RuleTrial trial, Optional<RuleDiff> diff) {
        if (json) {
            Map<String, Object> content = new LinkedHashMap<>(trial.json());
            diff.ifPresent(found -> content.put("since_previous", DiffText.json(found)));
            output.line(Json.pretty(content));
            return;
        }
        // the count of cases is the last line, whatever else is said
        diff.ifPresent(found -> DiffText.lines(found).forEach(output::line));
        trial.lines().forEach(output::line);
    }

    /** What is no rule bundle at all is refused like one that does not compile. */
    static ExitStatus refused(MedleyException e, CommandOutput output) {
        if (!e.code().equals(ErrorCode.RULES_INVALID)) {
            throw e;
        }
        output.note(e.code() + ": " + e.getMessage());
        output.line("0 passed, 0 failed");
        return ExitStatus.NO;
    }
}

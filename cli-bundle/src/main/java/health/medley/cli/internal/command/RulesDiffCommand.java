package health.medley.cli.internal.command;

import health.medley.cli.internal.compare.Change;
import health.medley.cli.internal.compare.DiffText;
import health.medley.cli.internal.compare.RuleDiff;
import health.medley.cli.internal.month.MonthServices;
import health.medley.cli.internal.practice.CaseFile;
import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.CsvSheet;
import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.report.ResultFiles;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compares two versions of a rule set by what they answer, and judges whether the version number says so. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=rules diff",
            Command.USAGE + "=" + RulesDiffCommand.WORDS,
            Command.SUMMARY + "=list every outcome that a changed rule bundle changes, and judge its version number"
        })
public final class RulesDiffCommand implements Command {

    static final String WORDS = "rules diff JAR_OR_DIR JAR_OR_DIR [--cases FILE.csv] [--practice DIR]..."
            + " [--month YYYY-MM] [--out FILE] [--json]";

    private static final String CASES = "--cases";
    private static final String PRACTICE = "--practice";

    private final MonthServices services;

    /** Take what a practice's month goes through. */
    @Activate
    public RulesDiffCommand(@Reference MonthServices services) {
        this.services = services;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(services.ports(), caller, output, WORDS, pinned -> {
            try {
                return work(pinned, call, output);
            } catch (MedleyException e) {
                if (!e.code().equals(ErrorCode.RULES_INVALID)) {
                    throw e;
                }
                output.note(e.code() + ": " + e.getMessage());
                output.note("Rules that cannot be used cannot be compared; medley rules check says more.");
                return ExitStatus.NO;
            }
        });
    }

    private ExitStatus work(Caller pinned, CommandCall call, CommandOutput output) throws IOException, Words.Wrong {
        Words words =
                Words.sort(call.words(), Set.of("--json"), Set.of(CASES, PRACTICE + "...", "--month", "--out"), 2);
        offline(call, words);
        RuleSet before = services.library().read(pinned, Session.path(call, words.position(0)));
        RuleSet after = services.library().read(pinned, Session.path(call, words.position(1)));
        if (!before.program().equals(after.program())) {
            throw new Words.Wrong("The first rules are of the program " + before.program() + ", the second of "
                    + after.program() + ": compare rules of one program.");
        }
        Rejects rejects = new Rejects();
        RuleDiff diff = ask(pinned, call, words, output, before, after, rejects);
        Session.problems(output, rejects.inOrder(), rejects.total(), ".");
        if (words.optional("--out").isPresent()) {
            write(Session.path(call, words.required("--out")), diff);
        }
        if (words.has("--json")) {
            output.line(Json.pretty(DiffText.json(diff)));
        } else {
            DiffText.lines(diff).forEach(output::line);
        }
        if (diff.compared() == 0) {
            output.note(
                    "Nothing was compared, so nothing is said of the version: give cases or practices of the months "
                            + after.from() + " to " + after.to() + ".");
        }
        if (!rejects.isEmpty() || diff.compared() == 0) {
            return ExitStatus.INPUT_WRONG;
        }
        return diff.claim().honest() ? ExitStatus.DONE : ExitStatus.NO;
    }

    private RuleDiff ask(
            Caller pinned,
            CommandCall call,
            Words words,
            CommandOutput output,
            RuleSet before,
            RuleSet after,
            Rejects rejects)
            throws IOException, Words.Wrong {
        Optional<ServiceMonth> month = words.optional("--month").isPresent()
                ? Optional.of(Session.month("--month", words.required("--month")))
                : Optional.empty();
        if (words.all(CASES).isEmpty() && words.all(PRACTICE).isEmpty()) {
            if (month.isPresent()) {
                throw new Words.Wrong("--month is the month of a practice: name the practice with --practice DIR.");
            }
            return RuleComparison.byOwnCases(services.billing(), pinned, output, before, after);
        }
        RuleDiff diff = new RuleDiff(before, after);
        if (words.optional(CASES).isPresent()) {
            Optional<CaseFile> file = CaseFile.read(Session.path(call, words.required(CASES)), rejects);
            file.ifPresent(cases -> new RuleComparison(services.billing(), pinned, output, diff).cases(cases, rejects));
        }
        for (String practice : words.all(PRACTICE)) {
            new PracticeComparison(services, pinned, output, diff)
                    .practice(Session.path(call, practice), month, rejects);
        }
        return diff;
    }

    /** A name and a version are the words of a running server's rules; there is none here to ask. */
    private static void offline(CommandCall call, Words words) throws Words.Wrong {
        boolean version = words.position(1).matches("\\d+\\.\\d+\\.\\d+");
        if (version && !Files.exists(Session.path(call, words.position(1)))) {
            throw new Words.Wrong("\"" + words.position(0) + " " + words.position(1)
                    + "\" names rules of a running server, and none is asked here: give two jars or folders.");
        }
    }

    private static void write(Path out, RuleDiff diff) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        try (ResultFiles files = new ResultFiles(folder == null ? out : folder)) {
            try (CsvSheet sheet = new CsvSheet(files.begin(String.valueOf(out.getFileName())), Change.COLUMNS)) {
                diff.changes().forEach(change -> sheet.row(change.row()));
            }
            files.publish();
        }
    }
}

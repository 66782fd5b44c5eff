package health.medley.cli.internal.command;

import health.medley.cli.internal.practice.CaseFile;
import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.Counted;
import health.medley.cli.internal.report.CsvSheet;
import health.medley.cli.internal.report.DeterminationsCsv;
import health.medley.cli.internal.report.Explanation;
import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.report.ResultFiles;
import health.medley.cli.internal.report.TextTable;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.billing.BillingService;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.CaseVerdict;
import health.medley.core.billing.Determination;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Evaluates a file of cases with the installed rules of each row's month. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=evaluate",
            Command.USAGE + "=" + EvaluateCommand.WORDS,
            Command.SUMMARY + "=evaluate a file of cases with the rules of each case's month"
        })
public final class EvaluateCommand implements Command {

    static final String WORDS = "evaluate --cases FILE.csv [--out FILE] [--rules JAR]... [--json]";

    private static final List<String> ADDED = List.of("status", "codes", "reason", "clauses");
    private static final int SHOWN = 50;

    private final Ports ports;
    private final BillingService billing;

    /** Take the ports. */
    @Activate
    public EvaluateCommand(@Reference Ports ports, @Reference BillingService billing) {
        this.ports = ports;
        this.billing = billing;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> work(pinned, call, output));
    }

    private ExitStatus work(Caller pinned, CommandCall call, CommandOutput output) throws IOException, Words.Wrong {
        Words words = Words.sort(call.words(), Set.of("--json"), Set.of("--cases", "--out", "--rules..."), 0);
        Path path = Session.path(call, words.required("--cases"));
        Optional<Path> out = words.optional("--out").isPresent()
                ? Optional.of(Session.path(call, words.optional("--out").orElseThrow()))
                : Optional.empty();
        Rejects rejects = new Rejects();
        Optional<CaseFile> read = CaseFile.read(path, rejects);
        CaseFile file = read.orElseGet(() -> new CaseFile(path.toString(), List.of(), List.of()));
        Cases cases = Cases.evaluate(billing, pinned, file, Optional.empty(), output);
        cases.unreadable().forEach(rejects::add);
        Session.problems(output, rejects.inOrder(), rejects.total(), ".");
        if (read.isPresent() && out.isPresent()) {
            write(out.get(), file, cases);
        }
        if (words.has("--json")) {
            output.line(Json.pretty(json(cases, rejects)));
        } else {
            show(output, file, cases, out);
        }
        if (!rejects.isEmpty()) {
            return ExitStatus.INPUT_WRONG;
        }
        return cases.count(CaseVerdict.DIFFER) > 0 ? ExitStatus.NO : ExitStatus.DONE;
    }

    private static void write(Path out, CaseFile file, Cases cases) throws IOException {
        List<String> given = file.columns().stream()
                .filter(column -> !ADDED.contains(column))
                .toList();
        List<String> header = new ArrayList<>(given);
        header.addAll(ADDED);
        Path folder = out.toAbsolutePath().getParent();
        try (ResultFiles files = new ResultFiles(folder == null ? out : folder)) {
            try (CsvSheet sheet = new CsvSheet(files.begin(String.valueOf(out.getFileName())), header)) {
                for (int i = 0; i < file.rows().size(); i++) {
                    CaseRow row = file.rows().get(i);
                    List<String> values = new ArrayList<>();
                    given.forEach(column -> values.add(row.columns().getOrDefault(column, "")));
                    values.addAll(added(cases.results().get(i)));
                    sheet.row(values);
                }
            }
            files.publish();
        }
    }

    private static List<String> added(CaseResult result) {
        if (result.determination().isEmpty()) {
            return List.of("", "", "", "");
        }
        Determination determination = result.determination().get();
        return List.of(
                determination.status().name(),
                DeterminationsCsv.codes(determination),
                determination.reason(),
                Explanation.clauses(determination));
    }

    private static void show(CommandOutput output, CaseFile file, Cases cases, Optional<Path> out) {
        List<CaseResult> differing = cases.with(CaseVerdict.DIFFER);
        if (!differing.isEmpty()) {
            Map<Long, CaseRow> rows = new LinkedHashMap<>();
            file.rows().forEach(row -> rows.put(row.line(), row));
            TextTable table = new TextTable(List.of(
                    TextTable.text("Case", 14),
                    TextTable.number("Line", 6),
                    TextTable.text("Expected", 34),
                    TextTable.text("Got", 34),
                    TextTable.text("Clause", 26)));
            differing.stream().limit(SHOWN).forEach(result -> {
                Optional<CaseRow> row = Optional.ofNullable(rows.get(result.line()));
                table.row(
                        result.id(),
                        Long.toString(result.line()),
                        Cases.expected(row),
                        Cases.got(result, row),
                        result.determination().map(Explanation::clause).orElse(""));
            });
            table.lines().forEach(output::line);
            if (differing.size() > SHOWN) {
                output.line("... and " + (differing.size() - SHOWN) + " more.");
            }
        }
        out.ifPresent(path -> output.line("Answers in " + path + "."));
        if (file.expects()) {
            output.line(cases.count(CaseVerdict.MATCH) + " match, " + differing.size() + " differ, "
                    + cases.count(CaseVerdict.DOUBTFUL) + " doubtful");
        } else {
            output.line(Counted.of(cases.results().size(), "case") + " evaluated");
        }
    }

    private static Map<String, Object> json(Cases cases, Rejects rejects) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("results", cases.results().stream().map(Cases::json).toList());
        json.put("match", cases.count(CaseVerdict.MATCH));
        json.put("differ", cases.count(CaseVerdict.DIFFER));
        json.put("doubtful", cases.count(CaseVerdict.DOUBTFUL));
        json.put("problems", rejects.inOrder().stream().map(Json::of).toList());
        return json;
    }
}

package health.medley.cli.internal.command;

import health.medley.cli.internal.month.DecisionListener;
import health.medley.cli.internal.month.MonthRequest;
import health.medley.cli.internal.month.MonthResult;
import health.medley.cli.internal.month.MonthRun;
import health.medley.cli.internal.month.MonthServices;
import health.medley.cli.internal.month.MonthText;
import health.medley.cli.internal.month.Stages;
import health.medley.cli.internal.month.SummaryJson;
import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.server.DemoServer;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ServiceMonth;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs the shipped sample practice through a service month and shows the month. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=demo",
            Command.USAGE + "=" + DemoCommand.WORDS,
            Command.SUMMARY
                    + "=run the shipped sample practice through a month, show the month and, without --once, serve it"
        })
public final class DemoCommand implements Command {

    static final String WORDS = "demo [--once] [--all] [--out DIR] [--json] [--port 8181] [--host 127.0.0.1]";
    static final String SAMPLE = "sample-practice";

    private static final ServiceMonth MONTH = ServiceMonth.parse("2025-03");

    private final MonthServices services;
    private final DemoServer server;

    /** Take what a practice's month goes through, and what serves it then. */
    @Activate
    public DemoCommand(@Reference MonthServices services, @Reference DemoServer server) {
        this.services = services;
        this.server = server;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(services.ports(), caller, output, WORDS, pinned -> work(pinned, call, output));
    }

    private ExitStatus work(Caller pinned, CommandCall call, CommandOutput output) throws IOException, Words.Wrong {
        Words words = Words.sort(
                call.words(), Set.of("--once", "--all", "--json"), Set.of("--out", "--data", "--port", "--host"), 0);
        Path out = words.optional("--out").isPresent()
                ? Session.path(call, words.required("--out"))
                : Files.createTempDirectory("medley-demo-");
        Path practice = call.home().resolve(SAMPLE);
        DemoTable table = new DemoTable();
        DecisionListener listener = (question, determination) -> table.add(
                determination,
                services.eligibility().decide(pinned, question).diseases().size());
        Rejects rejects = new Rejects();
        Optional<MonthResult> result = new MonthRun(services, new Stages(output, System::nanoTime), rejects)
                .run(pinned, new MonthRequest(practice, MONTH, out), listener);
        Session.problems(output, rejects.inOrder(), rejects.total(), ".");
        if (result.isEmpty()) {
            output.note("The sample practice cannot be read. Unpack Medley again.");
            return ExitStatus.INPUT_WRONG;
        }
        if (words.has("--json")) {
            Map<String, Object> json = new LinkedHashMap<>(SummaryJson.of(MONTH, result.get()));
            json.put("months", table.json());
            json.put("out", out.toString());
            output.line(Json.pretty(json));
        } else {
            table.lines(result.get().practice(), MONTH, words.has("--all")).forEach(output::line);
            MonthText.totals(MONTH, result.get()).forEach(output::line);
            table.nearly().forEach(output::line);
            next(practice, out).forEach(output::line);
        }
        if (words.optional("--data").isPresent()) {
            // the launcher names the directory where it has started a server
            boolean serves = server.serve(
                    pinned, result.get().practice(), practice.resolve("chart"), Session.data(call, words), output);
            return serves ? ExitStatus.DONE : ExitStatus.PLATFORM_FAILED;
        }
        return rejects.isEmpty() ? ExitStatus.DONE : ExitStatus.INPUT_WRONG;
    }

    private static List<String> next(Path practice, Path out) {
        return List.of(
                "",
                "Where to look next",
                "  every finding of every month   " + out.resolve("determinations.ndjson"),
                "  who could be enrolled          " + out.resolve("worklist.csv"),
                "  the same from your own files   medley run --practice \"" + practice + "\" --month " + MONTH
                        + " --out results",
                "  the rules that decided         medley rules list",
                "  change a rule, see its cases   medley rules check FOLDER",
                "");
    }
}

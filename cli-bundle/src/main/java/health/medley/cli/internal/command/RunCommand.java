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
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ServiceMonth;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs a practice directory through one service month and writes the results: one shot, nothing kept. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=run",
            Command.USAGE + "=" + RunCommand.WORDS,
            Command.SUMMARY + "=read a practice directory and write what may be billed for a month"
        })
public final class RunCommand implements Command {

    static final String WORDS = "run --practice DIR --month YYYY-MM [--out DIR] [--rules JAR]... [--json]";

    private final MonthServices services;

    /** Take what a practice's month goes through. */
    @Activate
    public RunCommand(@Reference MonthServices services) {
        this.services = services;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(services.ports(), caller, output, WORDS, pinned -> work(pinned, call, output));
    }

    private ExitStatus work(Caller pinned, CommandCall call, CommandOutput output) throws IOException, Words.Wrong {
        // the launcher has already installed what --rules names
        Words words =
                Words.sort(call.words(), Set.of("--json"), Set.of("--practice", "--month", "--out", "--rules..."), 0);
        ServiceMonth month = Session.month("--month", words.required("--month"));
        Path practice = Session.path(call, words.required("--practice"));
        Path out = Session.path(call, words.optional("--out").orElse("medley-out/" + month));
        Rejects rejects = new Rejects();
        Optional<MonthResult> result = new MonthRun(services, new Stages(output, System::nanoTime), rejects)
                .run(pinned, new MonthRequest(practice, month, out), DecisionListener.NONE);
        Session.problems(output, rejects.inOrder(), rejects.total(), result.isEmpty() ? "." : " in rejects.csv.");
        if (result.isEmpty()) {
            output.note("Nothing was written.");
            return ExitStatus.INPUT_WRONG;
        }
        if (words.has("--json")) {
            Map<String, Object> json = new LinkedHashMap<>(SummaryJson.of(month, result.get()));
            json.put("out", out.toString());
            output.line(Json.pretty(json));
        } else {
            MonthText.totals(month, result.get()).forEach(output::line);
            MonthText.files(out).forEach(output::line);
        }
        result.get().remarks().forEach(output::note);
        return rejects.isEmpty() ? ExitStatus.DONE : ExitStatus.INPUT_WRONG;
    }
}

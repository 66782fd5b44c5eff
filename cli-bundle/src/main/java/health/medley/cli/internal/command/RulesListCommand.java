package health.medley.cli.internal.command;

import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.report.TextTable;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists the installed rule sets and says which answer for their months. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=rules list",
            Command.USAGE + "=" + RulesListCommand.WORDS,
            Command.SUMMARY + "=list the installed rules, the months they cover and which are active"
        })
public final class RulesListCommand implements Command {

    static final String WORDS = "rules list [--json]";

    private static final int HASH_SHOWN = 12;

    private final Ports ports;
    private final RuleLibrary library;

    /** Take the ports. */
    @Activate
    public RulesListCommand(@Reference Ports ports, @Reference RuleLibrary library) {
        this.ports = ports;
        this.library = library;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> {
            Words words = Words.sort(call.words(), Set.of("--json"), Set.of(), 0);
            List<RuleSummary> rules = library.list(pinned);
            if (words.has("--json")) {
                output.line(
                        Json.pretty(rules.stream().map(RulesListCommand::json).toList()));
            } else {
                table(rules).forEach(output::line);
            }
            return ExitStatus.DONE;
        });
    }

    private static List<String> table(List<RuleSummary> rules) {
        if (rules.isEmpty()) {
            return List.of("No rules are installed. Add a rule bundle to the bundles folder, or use run --rules JAR.");
        }
        TextTable table = new TextTable(List.of(
                TextTable.text("Name", 24),
                TextTable.text("Version", 12),
                TextTable.text("Program", 8),
                TextTable.text("Months", 18),
                TextTable.text("Active", 6),
                TextTable.text("Content", HASH_SHOWN),
                TextTable.text("Why", 40)));
        for (RuleSummary rule : rules) {
            String hash = rule.ref().sha256();
            table.row(
                    rule.ref().name(),
                    rule.ref().version(),
                    rule.program(),
                    rule.from() + " to " + rule.to(),
                    rule.active() ? "yes" : "no",
                    hash.substring(0, Math.min(HASH_SHOWN, hash.length())),
                    rule.why());
        }
        return table.lines();
    }

    private static Map<String, Object> json(RuleSummary rule) {
        Map<String, Object> json = new LinkedHashMap<>(Json.of(rule.ref()));
        json.put("program", rule.program());
        json.put("from", rule.from().toString());
        json.put("to", rule.to().toString());
        json.put("active", rule.active());
        json.put("why", rule.why());
        return json;
    }
}

package health.medley.cli.internal.command;

import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.report.TextTable;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks the machine and the platform and says what to mend. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=doctor",
            Command.USAGE + "=" + DoctorCommand.WORDS,
            Command.SUMMARY + "=check Java, memory, disk, clock, bundles, rules and the server, and say what to mend"
        })
public final class DoctorCommand implements Command {

    static final String WORDS = "doctor [--data DIR] [--json]";

    private final Ports ports;
    private final RuleLibrary library;
    private final Clock clock;

    /** Take the ports. */
    @Activate
    public DoctorCommand(@Reference Ports ports, @Reference RuleLibrary library) {
        this(ports, library, Clock.systemDefaultZone());
    }

    DoctorCommand(Ports ports, RuleLibrary library, Clock clock) {
        this.ports = ports;
        this.library = library;
        this.clock = clock;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> {
            Words words = Words.sort(call.words(), Set.of("--json"), Set.of("--data"), 0);
            List<Check> checks = new ArrayList<>(MachineChecks.all(clock, call.home()));
            checks.addAll(PlatformChecks.ports(ports, pinned));
            checks.addAll(rules(pinned));
            checks.addAll(ServerChecks.all(Session.data(call, words), ServerChecks.USUAL_PORT));
            boolean broken = checks.stream().anyMatch(check -> check.state() == Check.State.BROKEN);
            if (words.has("--json")) {
                List<Map<String, Object>> all = checks.stream().map(Check::json).toList();
                output.line(Json.pretty(Map.of("checks", all, "working", !broken)));
            } else {
                table(checks).forEach(output::line);
            }
            return broken ? ExitStatus.PLATFORM_FAILED : ExitStatus.DONE;
        });
    }

    private List<Check> rules(Caller pinned) {
        try {
            return PlatformChecks.rules(library.list(pinned), YearMonth.now(clock));
        } catch (MedleyException e) {
            return List.of(Check.broken("Rules", e.code().name(), String.valueOf(e.getMessage())));
        }
    }

    private static List<String> table(List<Check> checks) {
        TextTable table = new TextTable(List.of(
                TextTable.text("Check", 24),
                TextTable.text("State", 9),
                TextTable.text("Found", 42),
                TextTable.text("What to mend", 40)));
        for (Check check : checks) {
            table.row(check.subject(), check.state().name().toLowerCase(Locale.ROOT), check.found(), check.remedy());
        }
        return table.lines();
    }
}

package health.medley.billing.internal.plan;

import health.medley.billing.internal.facts.FactRow;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.InputProblem;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A small rule set of several services, with parameters, pair edits and a say in other programs. */
public final class DemoRules {
    private DemoRules() {}

    public static Map<String, String> files() {
        Path folder = Path.of("src/test/resources/demo");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    public static RuleSet set(Map<String, String> files) {
        return RuleSet.of(
                "demo-2025", "1.0.0", "demo", ServiceMonth.parse("2025-01"), ServiceMonth.parse("2025-12"), files);
    }

    /** The rules with one text of one file replaced. */
    public static Map<String, String> with(String file, String from, String to) {
        Map<String, String> files = files();
        String before = files.getOrDefault(file, "");
        if (!before.contains(from)) {
            throw new IllegalStateException(file + " does not contain " + from);
        }
        files.put(file, before.replace(from, to));
        return files;
    }

    static RuleProgram program() {
        return RuleCompiler.compileAll(set(files()), Map.of());
    }

    /** The plan of one service. */
    static RulePlan service(RuleProgram program, String service) {
        return program.services().stream()
                .filter(plan -> plan.parts().service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /** What is wrong with the rules. */
    static List<InputProblem> problems(Map<String, String> files, Map<String, String> overrides) {
        RuleProblems problems = new RuleProblems();
        RuleCompiler.compileAll(set(files), overrides, problems);
        return problems.all();
    }

    /** Facts of a month in which both services could be billed, with changes: name, value, name, value. */
    static Map<String, String> facts(String... changes) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "declared_track", "rpm",
                "consent_date", "2025-01-01",
                "interactive", "Y",
                "billing_role", "MD",
                "date_of_service", "2025-03-31",
                "month", "initial",
                "device_days", "16",
                "rpm_seconds", "1200"));
        for (int i = 0; i < changes.length; i += 2) {
            facts.put(changes[i], changes[i + 1]);
        }
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    /** Status, family, add-on units and reason of a decision: {@code BILL talk 0,1 OK}. */
    static String decide(RulePlan plan, Map<String, String> facts) {
        long decision = plan.decide(FactRow.of(plan, facts));
        String status = List.of("BILL", "HOLD", "NO_BILL").get(PlanDecision.status(decision));
        String reason = plan.parts().reason(PlanDecision.reason(decision));
        if (PlanDecision.family(decision) == PlanDecision.NO_FAMILY) {
            return status + " " + reason;
        }
        Family family = plan.parts().families().get(PlanDecision.family(decision));
        StringBuilder units = new StringBuilder();
        for (int i = 0; i < family.addOns().size(); i++) {
            units.append(i == 0 ? " " : ",").append(PlanDecision.addOnUnits(decision, i));
        }
        return status + " " + family.name() + units + " " + reason;
    }
}

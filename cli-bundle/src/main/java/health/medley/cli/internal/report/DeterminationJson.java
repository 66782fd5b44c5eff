package health.medley.cli.internal.report;

import health.medley.core.Clause;
import health.medley.core.Finding;
import health.medley.core.InputProblem;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.rules.RuleRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the JSON of a determination with all it rests on: enough to read why, and to decide again. */
public final class DeterminationJson {

    /** Name of the file with one determination on each line. */
    public static final String FILE = "determinations.ndjson";

    private DeterminationJson() {}

    /** The determination as a JSON object, its keys in order. */
    public static Map<String, Object> of(Determination determination) {
        Map<String, Object> json = new TreeMap<>();
        json.put("patient", determination.patient());
        json.put("month", determination.month().toString());
        json.put("program", determination.program());
        json.put("status", determination.status().name());
        json.put("codes", determination.codes().stream().map(CodeLine::toString).toList());
        json.put("units", determination.units());
        json.put("amount", determination.amount().toString());
        json.put("reason", determination.reason());
        json.put("staff_seconds", determination.staff().seconds());
        json.put("practitioner_seconds", determination.practitioner().seconds());
        determination.dateOfService().ifPresent(day -> json.put("date_of_service", day.toString()));
        determination.rules().ifPresent(rules -> json.put("rules", of(rules)));
        json.put("facts", determination.facts());
        json.put("facts_hash", determination.factsHash());
        json.put("findings", of(determination.findings()));
        return json;
    }

    /** The findings as a JSON array. */
    public static List<Map<String, Object>> of(List<Finding> findings) {
        return findings.stream().map(DeterminationJson::of).toList();
    }

    /** A rule set's name, version and hash. */
    public static Map<String, Object> of(RuleRef rules) {
        return new TreeMap<>(Map.of("name", rules.name(), "version", rules.version(), "hash", rules.sha256()));
    }

    /** A problem of the input. */
    public static Map<String, Object> of(InputProblem problem) {
        return new TreeMap<>(Map.of(
                "file",
                problem.file(),
                "line",
                problem.line(),
                "column",
                problem.column(),
                "value",
                problem.value(),
                "problem",
                problem.problem(),
                "remedy",
                problem.remedy()));
    }

    private static Map<String, Object> of(Finding finding) {
        Map<String, Object> json = new TreeMap<>();
        json.put("code", finding.code());
        json.put("outcome", finding.outcome().name());
        json.put("sentence", finding.sentence());
        json.put("facts", finding.facts());
        Optional<Clause> clause = finding.clause();
        clause.ifPresent(rule -> json.put(
                "clause",
                new TreeMap<>(Map.of(
                        "file",
                        rule.file(),
                        "path",
                        rule.path(),
                        "source",
                        rule.source(),
                        "in_force",
                        rule.inForce()))));
        finding.change().ifPresent(change -> json.put("change", change));
        return json;
    }
}

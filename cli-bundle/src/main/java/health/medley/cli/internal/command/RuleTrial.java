package health.medley.cli.internal.command;

import health.medley.cli.internal.practice.CaseFile;
import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.Counted;
import health.medley.cli.internal.report.Explanation;
import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.report.Printable;
import health.medley.core.Caller;
import health.medley.core.InputProblem;
import health.medley.core.billing.BillingService;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.CaseVerdict;
import health.medley.core.billing.Determination;
import health.medley.core.billing.RuleReport;
import health.medley.core.command.CommandOutput;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tries a rule set: whether it compiles, and how its cases, or somebody else's, come out.
 *
 * @param rules the rule set
 * @param problems what does not compile
 * @param file the cases, for what they expect
 * @param cases how they came out
 */
record RuleTrial(RuleSet rules, List<InputProblem> problems, Optional<CaseFile> file, Cases cases) {

    /** Name of the file of a rule set's own cases. */
    static final String OWN_CASES = "cases.csv";

    /** Try with the rule set's own cases. */
    static RuleTrial own(BillingService billing, Caller caller, RuleSet rules) throws IOException {
        RuleReport report = billing.check(caller, rules);
        String text = rules.files().get(OWN_CASES);
        Optional<CaseFile> file = text == null ? Optional.empty() : CaseFile.of(text, OWN_CASES, new Rejects());
        return new RuleTrial(rules, distinct(report), file, new Cases(report.cases()));
    }

    /** Try with the cases of {@code file}, if the rule set compiles. */
    static RuleTrial with(BillingService billing, Caller caller, RuleSet rules, CaseFile file, CommandOutput output) {
        RuleReport report = billing.check(caller, rules);
        Cases cases = report.problems().isEmpty()
                ? Cases.evaluate(billing, caller, file, Optional.of(rules), output)
                : new Cases(List.of());
        return new RuleTrial(rules, distinct(report), Optional.of(file), cases);
    }

    /** Several rules may stumble over one mistake; it is told once. */
    private static List<InputProblem> distinct(RuleReport report) {
        return report.problems().stream().distinct().toList();
    }

    long passed() {
        return cases.count(CaseVerdict.MATCH);
    }

    List<CaseResult> failed() {
        List<CaseResult> failed = new ArrayList<>(cases.with(CaseVerdict.DIFFER));
        failed.addAll(cases.with(CaseVerdict.UNREADABLE));
        return failed;
    }

    boolean accepted() {
        return problems.isEmpty() && failed().isEmpty();
    }

    /** Everything that is wrong and the count of cases, line by line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(rules.ref() + " (program " + rules.program() + ", months " + rules.from() + " to " + rules.to()
                + "), SHA-256 " + rules.ref().sha256());
        problems.forEach(problem -> lines.add(Session.sentence(problem)));
        Map<Long, CaseRow> rows = file.map(cases ->
                        cases.rows().stream().collect(Collectors.toMap(CaseRow::line, row -> row, (one, other) -> one)))
                .orElse(Map.of());
        failed().forEach(result -> lines.add(line(result, Optional.ofNullable(rows.get(result.line())))));
        long doubtful = cases.count(CaseVerdict.DOUBTFUL);
        if (doubtful > 0) {
            lines.add(Counted.of(doubtful, "doubtful case") + " evaluated, not judged.");
        }
        if (!problems.isEmpty()) {
            lines.add("Refused: " + Counted.of(problems.size(), "problem")
                    + (cases.results().isEmpty() ? "; no case was run." : "."));
        }
        lines.add(passed() + " passed, " + failed().size() + " failed");
        return lines;
    }

    /** The trial as a JSON object. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rules", Json.of(rules.ref()));
        json.put("accepted", accepted());
        json.put("problems", problems.stream().map(Json::of).toList());
        json.put("failed_cases", failed().stream().map(Cases::json).toList());
        json.put("passed", passed());
        json.put("failed", failed().size());
        json.put("doubtful", cases.count(CaseVerdict.DOUBTFUL));
        return json;
    }

    private String line(CaseResult result, Optional<CaseRow> row) {
        String place = file.map(CaseFile::name).orElse(OWN_CASES) + ":" + result.line() + ": case " + result.id();
        if (result.determination().isEmpty()) {
            String problems = result.problems().stream().map(Session::sentence).collect(Collectors.joining(" "));
            return Printable.of(place + " cannot be read: " + problems);
        }
        Determination answer = result.determination().get();
        // where nothing is refused, the clauses of the codes made the answer
        String clause =
                Explanation.reason(answer).isPresent() ? Explanation.clause(answer) : Explanation.ofCodes(answer);
        return Printable.of(place + ": expected " + Cases.expected(row) + ", got " + Cases.got(result, row)
                + (clause.isEmpty() ? "" : ", by " + clause));
    }
}

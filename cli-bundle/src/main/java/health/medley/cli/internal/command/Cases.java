package health.medley.cli.internal.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.cli.internal.practice.CaseFile;
import health.medley.cli.internal.report.Explanation;
import health.medley.cli.internal.report.Json;
import health.medley.core.Caller;
import health.medley.core.InputProblem;
import health.medley.core.billing.BillingService;
import health.medley.core.billing.CaseRequest;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.CaseVerdict;
import health.medley.core.command.CommandOutput;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates cases through billing and counts how the answers compare with what is expected. */
record Cases(List<CaseResult> results) {

    private static final int AT_ONCE = 500;
    private static final String AMOUNT = "expected_amount";

    Cases {
        results = List.copyOf(results);
    }

    static Cases evaluate(
            BillingService billing, Caller caller, CaseFile file, Optional<RuleSet> rules, CommandOutput output) {
        List<CaseResult> results = new ArrayList<>();
        List<CaseRow> rows = file.rows();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            output.progress("evaluating cases", from, rows.size());
            List<CaseRow> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            results.addAll(billing.evaluate(caller, new CaseRequest(file.name(), some, rules)));
        }
        output.progress("evaluating cases", rows.size(), rows.size());
        return new Cases(results);
    }

    long count(CaseVerdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    List<CaseResult> with(CaseVerdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).toList();
    }

    /** What could not be read of the rows; a row that merely differs is none of it. */
    List<InputProblem> unreadable() {
        return with(CaseVerdict.UNREADABLE).stream()
                .flatMap(result -> result.problems().stream())
                .toList();
    }

    /** What a case expects, in one line. */
    static String expected(Optional<CaseRow> row) {
        if (row.isEmpty()) {
            return "";
        }
        Map<String, String> columns = row.get().columns();
        String codes = columns.getOrDefault("expected_codes", "");
        return (columns.getOrDefault("expected_status", "")
                        + (codes.isEmpty() ? "" : " " + codes)
                        + " "
                        + columns.getOrDefault("expected_reason", "")
                        + " "
                        + columns.getOrDefault(AMOUNT, "").strip())
                .strip();
    }

    /** What came out, in one line, with the amount where the case expects one. */
    static String got(CaseResult result, Optional<CaseRow> row) {
        boolean priced = row.map(CaseRow::columns)
                .filter(columns -> !columns.getOrDefault(AMOUNT, "").isBlank())
                .isPresent();
        return result.determination()
                .map(answer -> Explanation.answer(answer) + (priced ? " " + answer.amount() : ""))
                .orElse("not readable");
    }

    /** The result of a case as a JSON object. */
    static Map<String, Object> json(CaseResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", result.id());
        json.put("line", result.line());
        json.put("verdict", result.verdict().name());
        result.determination().ifPresent(determination -> {
            ObjectNode all = Json.tree(determination);
            all.retain("status", "codes", "reason", "amount", "rules", "findings");
            all.properties().forEach(part -> json.put(part.getKey(), part.getValue()));
        });
        json.put("unused_facts", result.unusedFacts());
        json.put("problems", result.problems().stream().map(Json::of).toList());
        return json;
    }
}

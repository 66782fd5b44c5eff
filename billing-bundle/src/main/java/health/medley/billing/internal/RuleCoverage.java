package health.medley.billing.internal;

import health.medley.core.InputProblem;
import health.medley.core.billing.CaseRow;
import health.medley.core.rules.RuleSet;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Check that a rule set's own cases reach every month it says it covers, and no other. */
final class RuleCoverage {
    private RuleCoverage() {}

    static List<InputProblem> problems(RuleSet rules, List<CaseRow> rows) {
        Set<String> months = rows.stream()
                .map(row -> row.columns().getOrDefault("service_month", ""))
                .collect(Collectors.toSet());
        List<InputProblem> problems = new ArrayList<>();
        YearMonth last = rules.to().value();
        for (YearMonth month = rules.from().value(); !month.isAfter(last); month = month.plusMonths(1)) {
            if (!months.contains(month.toString())) {
                problems.add(new InputProblem(
                        "cases.csv",
                        0,
                        "service_month",
                        month.toString(),
                        "No case is of " + month + ", a month the rules say they cover (program.yaml, clause months).",
                        "Add a case of that month, or mend months."));
            }
        }
        for (CaseRow row : rows) {
            String month = row.columns().getOrDefault("service_month", "");
            if (month.matches("\\d{4}-\\d{2}")
                    && (month.compareTo(rules.from().toString()) < 0
                            || month.compareTo(rules.to().toString()) > 0)) {
                problems.add(new InputProblem(
                        "cases.csv",
                        row.line(),
                        "service_month",
                        month,
                        "The case is of a month the rules do not cover (program.yaml, clause months).",
                        "Add the month to months, in program.yaml and the manifest, or move the case."));
            }
        }
        return problems;
    }
}

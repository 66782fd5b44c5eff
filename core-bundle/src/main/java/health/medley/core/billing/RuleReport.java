package health.medley.core.billing;

import health.medley.core.InputProblem;
import health.medley.core.rules.RuleRef;
import java.util.List;
import java.util.Objects;

/**
 * Say whether a rule set may be used.
 *
 * @param rules which
 * @param problems what does not compile, with file, line, column, clause and remedy; empty if it does
 * @param cases the rule set's own cases, evaluated; empty if it does not compile
 */
public record RuleReport(RuleRef rules, List<InputProblem> problems, List<CaseResult> cases) {
    /** Copy the lists. */
    public RuleReport {
        Objects.requireNonNull(rules, "rules");
        problems = List.copyOf(problems);
        cases = List.copyOf(cases);
    }

    /** Whether it compiles and no case differs or is unreadable. */
    public boolean accepted() {
        return problems.isEmpty()
                && cases.stream()
                        .noneMatch(c -> c.verdict() == CaseVerdict.DIFFER || c.verdict() == CaseVerdict.UNREADABLE);
    }
}

package health.medley.core.billing;

import health.medley.core.rules.RuleSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Ask for cases to be evaluated.
 *
 * @param file name of the case file, for problems
 * @param rows the cases
 * @param rules the rules to use; empty for the installed rules of each row's month
 */
public record CaseRequest(String file, List<CaseRow> rows, Optional<RuleSet> rules) {
    /** Copy the rows. */
    public CaseRequest {
        Objects.requireNonNull(file, "file");
        rows = List.copyOf(rows);
        Objects.requireNonNull(rules, "rules");
    }
}

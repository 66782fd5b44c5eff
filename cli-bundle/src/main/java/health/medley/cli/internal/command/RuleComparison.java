package health.medley.cli.internal.command;

import health.medley.cli.internal.compare.RuleDiff;
import health.medley.cli.internal.practice.CaseFile;
import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.Counted;
import health.medley.core.Caller;
import health.medley.core.billing.BillingService;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.command.CommandOutput;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Asks two rule sets the same cases and compares what they answer. */
final class RuleComparison {

    /** Columns that say something about a case, not of it. */
    private static final Set<String> NO_INPUT = Set.of(
            "id",
            "group",
            "description",
            "rule_year",
            "expected_status",
            "expected_codes",
            "expected_reason",
            "expected_amount",
            "doubtful",
            "rationale",
            "source");

    private final BillingService billing;
    private final Caller caller;
    private final CommandOutput output;
    private final RuleDiff diff;

    RuleComparison(BillingService billing, Caller caller, CommandOutput output, RuleDiff diff) {
        this.billing = billing;
        this.caller = caller;
        this.output = output;
        this.diff = diff;
    }

    /** Compare by the cases that both rule sets bring, each once. */
    static RuleDiff byOwnCases(
            BillingService billing, Caller caller, CommandOutput output, RuleSet before, RuleSet after)
            throws IOException {
        RuleDiff diff = new RuleDiff(before, after);
        Set<Map<String, String>> seen = new HashSet<>();
        RuleComparison comparison = new RuleComparison(billing, caller, output, diff);
        for (RuleSet rules : List.of(before, after)) {
            String text = rules.files().get(RuleTrial.OWN_CASES);
            Optional<CaseFile> file = text == null
                    ? Optional.empty()
                    : CaseFile.of(
                            text,
                            rules == before ? "cases of the old rules" : "further cases of the new rules",
                            new Rejects());
            Optional<CaseFile> fresh = file.map(cases -> fresh(cases, seen));
            if (fresh.isPresent() && !fresh.get().rows().isEmpty()) {
                comparison.cases(fresh.get(), new Rejects());
            }
        }
        return diff;
    }

    private static CaseFile fresh(CaseFile file, Set<Map<String, String>> seen) {
        List<CaseRow> rows = new ArrayList<>();
        for (CaseRow row : file.rows()) {
            Map<String, String> input = new TreeMap<>(row.columns());
            input.keySet().removeAll(NO_INPUT);
            input.values().removeIf(String::isBlank);
            if (seen.add(input)) {
                rows.add(row);
            }
        }
        return new CaseFile(file.name(), file.columns(), rows);
    }

    /** Compare by the cases of a file; rows that neither can read are rejected. */
    void cases(CaseFile file, Rejects rejects) {
        diff.asked(Counted.of(file.rows().size(), "case") + ", " + file.name());
        List<CaseResult> was = Cases.evaluate(billing, caller, file, Optional.of(diff.before()), output)
                .results();
        List<CaseResult> is = Cases.evaluate(billing, caller, file, Optional.of(diff.after()), output)
                .results();
        for (int i = 0; i < was.size(); i++) {
            if (was.get(i).determination().isEmpty()
                    && is.get(i).determination().isEmpty()) {
                is.get(i).problems().forEach(rejects::add);
            } else {
                diff.compare(file.name(), was.get(i).determination(), is.get(i).determination());
            }
        }
    }
}

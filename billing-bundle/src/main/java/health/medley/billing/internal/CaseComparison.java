package health.medley.billing.internal;

import health.medley.billing.internal.plan.PlanParts;
import health.medley.core.Finding;
import health.medley.core.InputProblem;
import health.medley.core.Outcome;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.CaseVerdict;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compare the answers to the cases of a file with what the cases expect. */
final class CaseComparison {
    private static final String AMOUNT = "expected_amount";

    private final String file;

    CaseComparison(String file) {
        this.file = file;
    }

    /** The result of a case: what it expects is compared unless it is doubtful or expects nothing. */
    CaseResult judged(CaseRow row, String id, Determination answer, Optional<PlanParts> plan, List<String> unused) {
        Map<String, String> columns = row.columns();
        if (columns.getOrDefault("expected_status", "").isBlank()) {
            return new CaseResult(row.line(), id, CaseVerdict.NOT_JUDGED, Optional.of(answer), unused, List.of());
        }
        if (columns.getOrDefault("doubtful", "").strip().equals("yes")) {
            return new CaseResult(row.line(), id, CaseVerdict.DOUBTFUL, Optional.of(answer), unused, List.of());
        }
        List<InputProblem> differs = new ArrayList<>();
        compare(row, "expected_status", answer.status().name(), answer, plan, differs);
        compare(row, "expected_codes", codes(answer), answer, plan, differs);
        compare(row, "expected_reason", answer.reason(), answer, plan, differs);
        if (!columns.getOrDefault(AMOUNT, "").isBlank()) {
            compare(row, AMOUNT, answer.amount().toString(), answer, plan, differs);
        }
        CaseVerdict verdict = differs.isEmpty() ? CaseVerdict.MATCH : CaseVerdict.DIFFER;
        return new CaseResult(row.line(), id, verdict, Optional.of(answer), unused, differs);
    }

    private static String codes(Determination answer) {
        return answer.codes().stream().map(CodeLine::toString).collect(Collectors.joining(";"));
    }

    private void compare(
            CaseRow row,
            String column,
            String got,
            Determination answer,
            Optional<PlanParts> plan,
            List<InputProblem> differs) {
        if (!row.columns().containsKey(column)) {
            return;
        }
        String expected = row.columns().get(column).strip();
        String all =
                row.columns().getOrDefault("expected_codes", "") + row.columns().getOrDefault("expected_reason", "");
        boolean same = column.equals(AMOUNT)
                ? sameAmount(expected, got)
                : set(expected).equals(set(got));
        if (!same) {
            differs.add(new InputProblem(
                    file,
                    row.line(),
                    column,
                    expected,
                    "The case expects " + (expected.isEmpty() ? "nothing" : expected) + ", the rules give "
                            + (got.isEmpty() ? "nothing" : got) + ", by " + clauses(answer, all, plan) + ".",
                    "Mend the clause, or the case if the rule is right."));
        }
    }

    private static boolean sameAmount(String expected, String got) {
        try {
            return new BigDecimal(expected).compareTo(new BigDecimal(got)) == 0;
        } catch (NumberFormatException e) {
            // what is not a number is no amount
            return false;
        }
    }

    /** Order does not matter, and {@code @P1} means the same as no practitioner. */
    private static Set<String> set(String codes) {
        return Arrays.stream(codes.split(";"))
                .map(code -> code.strip().replaceAll("@P1$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The clauses an answer rests on: that of its reason first, then those of the codes given or expected. */
    private static String clauses(Determination answer, String expected, Optional<PlanParts> plan) {
        List<String> clauses = new ArrayList<>();
        for (Finding finding : answer.findings()) {
            boolean decides = finding.code().equals(answer.reason()) && finding.outcome() != Outcome.MET;
            boolean about = expected.contains(finding.code())
                    || answer.codes().stream().anyMatch(line -> line.code().equals(finding.code()));
            if (decides || about) {
                finding.clause()
                        .map(clause -> plan.map(parts -> parts.place(clause)).orElse(clause.toString()))
                        .filter(clause -> !clauses.contains(clause))
                        .ifPresent(clause -> clauses.add(decides ? 0 : clauses.size(), clause));
            }
        }
        return clauses.isEmpty() ? "no clause" : String.join(", ", clauses);
    }
}

package health.medley.billing.internal;

import health.medley.billing.internal.facts.CaseFacts;
import health.medley.billing.internal.facts.CaseMonth;
import health.medley.billing.internal.plan.FactVocabulary;
import health.medley.billing.internal.plan.PlanParts;
import health.medley.core.Finding;
import health.medley.core.InputProblem;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.CaseVerdict;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Evaluate the rows of a case file, each by itself, and compare them with what they expect. */
final class CaseEvaluation {
    private final String file;
    private final CasePrograms programs;
    private final BiFunction<String, ServiceMonth, Optional<MonthEvaluation>> rules;

    /** Evaluate rows of {@code file} by the rules a program and month have. */
    CaseEvaluation(
            String file, CasePrograms programs, BiFunction<String, ServiceMonth, Optional<MonthEvaluation>> rules) {
        this.file = file;
        this.programs = programs;
        this.rules = rules;
    }

    CaseResult evaluate(CaseRow row) {
        String id = row.columns().getOrDefault("id", "");
        String track = row.columns().getOrDefault("declared_track", "staff").strip();
        CaseFacts first = CaseFacts.read(file, row, FactVocabulary.platform());
        if (first.month().isEmpty()) {
            return unreadable(row, id, first);
        }
        ServiceMonth month = first.month().get();
        String declared = track.isEmpty() ? "staff" : track;
        String program = programs.of(declared);
        Optional<MonthEvaluation> evaluation = rules.apply(program, month);
        FactVocabulary vocabulary = evaluation
                .map(found -> found.plan().parts().slots().vocabulary())
                .orElse(FactVocabulary.platform());
        CaseFacts facts = CaseFacts.read(file, row, vocabulary);
        if (!facts.problems().isEmpty()) {
            return unreadable(row, id, facts);
        }
        String setting = facts.cells().getOrDefault("setting", CaseMonth.SETTING);
        if (evaluation.isEmpty() || !evaluation.get().knows(setting, declared)) {
            String why = "No installed rules know the program " + program + " in " + month + " for a practice paid as "
                    + setting + " and the track " + declared + ".";
            return judged(row, id, NoRules.answer(id, month, program, why), Optional.empty(), List.of());
        }
        return decided(row, facts, month, evaluation.get());
    }

    private CaseResult decided(CaseRow row, CaseFacts facts, ServiceMonth month, MonthEvaluation evaluation) {
        PlanParts plan = evaluation.plan().parts();
        List<String> unused = unused(facts, evaluation, plan.slots().vocabulary());
        List<Finding> notes = unused.stream()
                .map(name -> Finding.of("FACT_UNUSED", Outcome.NOTE, "The rules do not use the fact " + name + "."))
                .toList();
        String id = row.columns().getOrDefault("id", "");
        Map<String, String> known = CaseMonth.facts(facts, month, plan);
        return judged(row, id, evaluation.decide(id, month, known, true, notes), Optional.of(plan), unused);
    }

    private static List<String> unused(CaseFacts facts, MonthEvaluation evaluation, FactVocabulary vocabulary) {
        Set<String> used = evaluation.plan().parts().slots().used();
        return facts.given(vocabulary).entrySet().stream()
                .filter(given -> given.getValue().stream().noneMatch(used::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static CaseResult unreadable(CaseRow row, String id, CaseFacts facts) {
        return new CaseResult(row.line(), id, CaseVerdict.UNREADABLE, Optional.empty(), List.of(), facts.problems());
    }

    private CaseResult judged(
            CaseRow row, String id, Determination answer, Optional<PlanParts> plan, List<String> unused) {
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
        if (!set(expected).equals(set(got))) {
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

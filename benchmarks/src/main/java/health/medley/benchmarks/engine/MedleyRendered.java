package health.medley.benchmarks.engine;

import health.medley.benchmarks.workload.Answer;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.billing.internal.plan.Explanation;
import health.medley.billing.internal.plan.Fact;
import health.medley.billing.internal.plan.FactView;
import health.medley.billing.internal.plan.RulePlan;
import health.medley.core.Finding;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Medley with everything it says of a decision: every check with its outcome, the facts used, the clause and what would
 * change it, in words. The facts' texts are made before and not measured: whoever keeps a determination has them, for
 * they are part of it.
 */
final class MedleyRendered implements Contestant {

    private final Year of2024 = new Year(2024);
    private final Year of2025 = new Year(2025);
    private List<Map<String, String>> texts = List.of();

    @Override
    public Entrant entrant() {
        return Entrant.MEDLEY_RENDERED;
    }

    /** Write the facts of some rows only: a million would fill the memory and measure that. */
    @Override
    public int rows(int all) {
        return Math.min(all, 20_000);
    }

    @Override
    public void prepare(PatientRow[] rows) {
        texts = Arrays.stream(rows, 0, rows(rows.length))
                .map(row -> year(row).texts(row))
                .toList();
    }

    @Override
    public long decideAll(PatientRow[] rows, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = Answer.add(sum, i, decide(rows[i]));
        }
        return sum;
    }

    @Override
    public int decide(PatientRow row) {
        return year(row).decide(row, texts.get(row.id()));
    }

    private Year year(PatientRow row) {
        return row.year() == 2024 ? of2024 : of2025;
    }

    private static final class Year {
        private final RulePlan plan;
        private final RowFacts facts;
        private final PlanAnswers answers;

        Year(int year) {
            plan = WorkloadRules.plan(year);
            facts = new RowFacts(plan);
            answers = new PlanAnswers(plan);
        }

        int decide(PatientRow row, Map<String, String> texts) {
            long decision = plan.decide(facts.at(row));
            List<Finding> findings = Explanation.of(plan, facts, texts, decision);
            if (findings.isEmpty()) {
                throw new IllegalStateException("Explaining row " + row.id() + ": expected findings, got none");
            }
            return answers.answer(decision);
        }

        Map<String, String> texts(PatientRow row) {
            facts.at(row);
            Map<String, String> texts = new TreeMap<>();
            for (int slot = 0; slot < plan.slots().size(); slot++) {
                String name = plan.slots().get(slot);
                long value = facts.value(slot);
                Optional<Fact> fact = plan.parts().slots().vocabulary().find(name);
                if (value != FactView.ABSENT && fact.isPresent()) {
                    texts.put(name, text(fact.get(), value));
                }
            }
            texts.put("other_codes", String.join(";", row.otherCodes()));
            return texts;
        }

        private static String text(Fact fact, long value) {
            return switch (fact.kind()) {
                case DATE -> LocalDate.ofEpochDay(value).toString();
                case LEVEL -> fact.words().get((int) value);
                default -> Long.toString(value);
            };
        }
    }
}

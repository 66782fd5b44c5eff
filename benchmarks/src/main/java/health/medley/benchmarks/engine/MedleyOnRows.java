package health.medley.benchmarks.engine;

import health.medley.benchmarks.workload.Answer;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.billing.internal.plan.RulePlan;

/** Medley: the rule set's plan decides the row as it is. */
final class MedleyOnRows implements Contestant {

    private final Year of2024 = new Year(2024);
    private final Year of2025 = new Year(2025);

    @Override
    public Entrant entrant() {
        return Entrant.MEDLEY;
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
        return (row.year() == 2024 ? of2024 : of2025).decide(row);
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

        int decide(PatientRow row) {
            return answers.answer(plan.decide(facts.at(row)));
        }
    }
}

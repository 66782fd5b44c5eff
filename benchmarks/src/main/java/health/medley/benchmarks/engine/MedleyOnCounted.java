package health.medley.benchmarks.engine;

import health.medley.benchmarks.workload.Answer;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.billing.internal.plan.FactView;
import health.medley.billing.internal.plan.RulePlan;

/** Medley with the counting done before: every fact is a number in an array, the plan only decides. */
final class MedleyOnCounted implements Contestant {

    private final Year of2024 = new Year(2024);
    private final Year of2025 = new Year(2025);
    private final Numbers numbers = new Numbers();
    private boolean[] first = {};
    private long[][] counted = {};

    @Override
    public Entrant entrant() {
        return Entrant.MEDLEY_COUNTED;
    }

    @Override
    public void prepare(PatientRow[] all) {
        first = new boolean[all.length];
        counted = new long[all.length][];
        for (PatientRow row : all) {
            first[row.id()] = row.year() == 2024;
            counted[row.id()] = year(row.id()).count(row);
        }
    }

    @Override
    public long decideAll(PatientRow[] all, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = Answer.add(sum, i, decide(i));
        }
        return sum;
    }

    @Override
    public int decide(PatientRow row) {
        return decide(row.id());
    }

    private int decide(int row) {
        numbers.values = counted[row];
        Year year = year(row);
        return year.answers.answer(year.plan.decide(numbers));
    }

    private Year year(int row) {
        return first[row] ? of2024 : of2025;
    }

    private static final class Numbers implements FactView {
        private long[] values = {};

        @Override
        public long value(int slot) {
            return values[slot];
        }
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

        long[] count(PatientRow row) {
            facts.at(row);
            long[] values = new long[plan.slots().size()];
            for (int slot = 0; slot < values.length; slot++) {
                values[slot] = facts.value(slot);
            }
            return values;
        }
    }
}

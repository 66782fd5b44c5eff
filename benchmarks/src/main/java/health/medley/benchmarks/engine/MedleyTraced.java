package health.medley.benchmarks.engine;

import health.medley.benchmarks.workload.Answer;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.billing.internal.plan.PlanTrace;
import health.medley.billing.internal.plan.RulePlan;
import health.medley.billing.internal.plan.TraceRecorder;

/** Medley with a compact trace kept of each decision: which checks fired, and every fact the plan uses. */
final class MedleyTraced implements Contestant {

    private final Year of2024 = new Year(2024);
    private final Year of2025 = new Year(2025);

    // the last trace is held, so that none can be left out
    private PlanTrace last = of2024.recorder.decide(slot -> 0);

    @Override
    public Entrant entrant() {
        return Entrant.MEDLEY_TRACED;
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
        Year year = row.year() == 2024 ? of2024 : of2025;
        last = year.recorder.decide(year.facts.at(row));
        return year.answers.answer(last.decision());
    }

    /** The trace of the row decided last. */
    PlanTrace last() {
        return last;
    }

    private static final class Year {
        private final RowFacts facts;
        private final PlanAnswers answers;
        private final TraceRecorder recorder;

        Year(int year) {
            RulePlan plan = WorkloadRules.plan(year);
            facts = new RowFacts(plan);
            answers = new PlanAnswers(plan);
            recorder = new TraceRecorder(plan);
        }
    }
}

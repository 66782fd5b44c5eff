package health.medley.benchmarks.drools;

import health.medley.benchmarks.engine.Contestant;
import health.medley.benchmarks.engine.Counted;
import health.medley.benchmarks.engine.Entrant;
import health.medley.benchmarks.workload.Answer;
import health.medley.benchmarks.workload.PatientRow;
import java.util.Arrays;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.StatelessKieSession;

/** Drools with the counting done in Java before: one fact goes in, the rules only decide. */
final class DroolsAggregated implements Contestant {

    private final KieBase of2024 = DroolsBase.of("aggregated", 2024);
    private final KieBase of2025 = DroolsBase.of("aggregated", 2025);
    private Counted[] counted = {};

    @Override
    public Entrant entrant() {
        return Entrant.DROOLS_COUNTED;
    }

    @Override
    public void prepare(PatientRow[] rows) {
        counted = Arrays.stream(rows).map(Counted::of).toArray(Counted[]::new);
    }

    @Override
    public long decideAll(PatientRow[] rows, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = Answer.add(sum, i, decide(counted[i]));
        }
        return sum;
    }

    @Override
    public int decide(PatientRow row) {
        return decide(counted[row.id()]);
    }

    private int decide(Counted facts) {
        Facts.Decision decision = new Facts.Decision();
        StatelessKieSession session = (facts.year() == 2024 ? of2024 : of2025).newStatelessKieSession();
        session.execute(List.of(decision, facts));
        return decision.answer();
    }
}

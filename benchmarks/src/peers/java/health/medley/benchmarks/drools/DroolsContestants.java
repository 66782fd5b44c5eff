package health.medley.benchmarks.drools;

import health.medley.benchmarks.engine.Contestant;
import health.medley.benchmarks.engine.Contestants;
import java.util.List;

/** Bring Drools in both ways its users write such rules. */
public final class DroolsContestants implements Contestants {

    @Override
    public List<Contestant> build() {
        return List.of(new DroolsIdiomatic(), new DroolsAggregated());
    }
}

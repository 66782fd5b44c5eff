package health.medley.benchmarks.drools;

import health.medley.benchmarks.engine.Contestant;
import health.medley.benchmarks.engine.Contestants;
import health.medley.benchmarks.engine.Field;
import java.util.List;

/** Bring Drools in both ways its users write such rules. */
public final class DroolsContestants implements Contestants {

    @Override
    public List<Contestant> build(Field field) {
        return switch (field) {
            case ROWS -> List.of(new DroolsIdiomatic());
            case COUNTED -> List.of(new DroolsAggregated());
            case EXPLAINED -> List.of();
        };
    }
}

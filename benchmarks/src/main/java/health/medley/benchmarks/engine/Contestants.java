package health.medley.benchmarks.engine;

import java.util.List;

/** Bring contestants that only a run with the Maven profile {@code peers} has on its class path. */
public interface Contestants {

    /** Build those of a field; building is not measured. */
    List<Contestant> build(Field field);
}

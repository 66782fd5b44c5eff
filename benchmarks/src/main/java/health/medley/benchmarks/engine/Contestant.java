package health.medley.benchmarks.engine;

import health.medley.benchmarks.workload.Answer;
import health.medley.benchmarks.workload.PatientRow;

/** Decide rows of the workload. One instance is used by one thread at a time. */
public interface Contestant {

    /** Say which one it is. */
    Entrant entrant();

    /** How many of the rows it decides, the first ones; a slow contestant need not see all of them in a run. */
    default int rows(int all) {
        return all;
    }

    /** See the rows before they are decided. A contestant that decides counted facts counts them here, unmeasured. */
    default void prepare(PatientRow[] rows) {}

    /** Decide one row; see {@link Answer} for how the answer is packed. */
    int decide(PatientRow row);

    /**
     * Decide rows one after the other. Every contestant has a loop of its own, so that the compiler sees one engine in
     * each loop and none pays for the others having run before it.
     *
     * @return the answers, added as {@link Answer#add} does
     */
    long decideAll(PatientRow[] rows, int from, int to);
}

package health.medley.benchmarks.measure;

/** Something measured, in pieces of work of a few hundred microseconds or more. */
public interface Task {

    /** Name it in tables. */
    String name();

    /**
     * Do the next piece.
     *
     * @return how much was done, in the unit rates are given in
     */
    long work();
}

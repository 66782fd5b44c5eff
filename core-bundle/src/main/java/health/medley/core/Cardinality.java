package health.medley.core;

/** How many providers of a contract may answer at one time. */
public enum Cardinality {
    /** Exactly one provider answers; its port is called {@code main}. */
    SINGLE,
    /** Any number of providers, each with its own id in the service property {@code medley.id}. */
    CONTRIBUTION
}

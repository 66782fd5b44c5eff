package health.medley.billing.internal.set;

/**
 * Seconds that must be taken from a pool of time.
 *
 * @param pool number of the pool
 * @param seconds how many
 */
public record Demand(int pool, long seconds) {
    /** Check the numbers. */
    public Demand {
        if (pool < 0 || pool >= TimePools.MOST || seconds < 0) {
            throw new IllegalArgumentException("A demand of " + seconds + " s on the pool " + pool);
        }
    }
}

package health.medley.billing.internal.plan;

/**
 * Give the plan the facts of one month as numbers. A view may compute a fact when it is asked for; the plan asks only
 * for what it needs, in the order it needs it, and may ask twice.
 */
@FunctionalInterface
public interface FactView {

    /** The value of a fact that is not given. */
    long ABSENT = Long.MIN_VALUE;

    /**
     * The value of the fact in a slot of {@link RulePlan#slot}: a count, seconds, the day's number since 1970-01-01, 1
     * or 0 for yes or no, {@link RulePlan#ordinal} for a word; {@link #ABSENT} if it is not given.
     */
    long value(int slot);
}

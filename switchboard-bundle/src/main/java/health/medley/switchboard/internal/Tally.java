package health.medley.switchboard.internal;

/**
 * Count what went through a port.
 *
 * @param inFlight calls that entered and have not left
 * @param calls calls that left
 * @param failures calls of those that failed with {@code PROVIDER_FAILED}
 */
record Tally(long inFlight, long calls, long failures) {
    /** Nothing yet. */
    static final Tally NONE = new Tally(0, 0, 0);

    /** Read the counts of one table's entry; leaves first, so that nobody in flight is missed. */
    static Tally of(Stripes stripes) {
        long bounced = stripes.bounced();
        long left = stripes.left();
        return new Tally(stripes.entered() - left, left - bounced, stripes.failed());
    }

    /** Both together. */
    Tally plus(Tally other) {
        return new Tally(inFlight + other.inFlight, calls + other.calls, failures + other.failures);
    }
}

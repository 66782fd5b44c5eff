package health.medley.billing.internal.plan;

/**
 * Name what is tried where a program bills nothing.
 *
 * @param program the other program
 * @param track its track
 * @param clause where it is written
 */
public record FallBack(String program, String track, RuleClause clause) {}

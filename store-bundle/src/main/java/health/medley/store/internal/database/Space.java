package health.medley.store.internal.database;

/**
 * The records of one kind of one practice.
 *
 * @param practice the practice
 * @param kind the kind
 */
public record Space(String practice, String kind) {}

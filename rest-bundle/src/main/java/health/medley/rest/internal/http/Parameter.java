package health.medley.rest.internal.http;

/**
 * Describes a query parameter.
 *
 * @param name its name
 * @param meaning what it is, for the description of the interface
 * @param required whether a request without it is refused
 */
public record Parameter(String name, String meaning, boolean required) {}

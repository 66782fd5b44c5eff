package health.medley.rest.internal.openapi;

/**
 * Problem details (RFC 9457) as this server writes them.
 *
 * @param type a URN of the error
 * @param title its name in words
 * @param status the HTTP status
 * @param code the platform's name of the error
 * @param number its number
 * @param detail what was being done, what was wrong and what was expected
 * @param next the next step
 */
public record Problem(String type, String title, int status, String code, int number, String detail, String next) {}

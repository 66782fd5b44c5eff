package health.medley.rest.internal.http;

/** What a request wants done. */
public enum Method {
    /** Read; changes nothing. */
    GET,
    /** Make something, or do what the path's last word says. */
    POST,
    /** Replace. */
    PUT,
    /** Take away. */
    DELETE
}

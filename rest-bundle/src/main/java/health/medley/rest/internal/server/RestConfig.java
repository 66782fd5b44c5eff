package health.medley.rest.internal.server;

/** The configuration of the PID {@code health.medley.rest}; times in seconds. */
public @interface RestConfig {

    /** The data directory. */
    String directory();

    /** Where the server listens, as a URL without a path. */
    String address();

    /** Largest JSON body. */
    int limit_json_bytes() default 1 << 20;

    /** Largest upload. */
    long limit_upload_bytes() default 1L << 30;

    /** Deepest nesting of JSON. */
    int limit_json_depth() default 40;

    /** Longest time a JSON body may take to arrive. */
    int limit_json_seconds() default 10;

    /** Longest time an upload may take to arrive. */
    int limit_upload_seconds() default 600;

    /** Longest time requests in flight may take when the server stops. */
    int limit_stop_seconds() default 10;
}

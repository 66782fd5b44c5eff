package health.medley.rest.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One request as it came. */
public interface Exchange {

    /** The method, as sent. */
    String method();

    /** The path, still encoded, without the query. */
    String path();

    /** The query, still encoded. */
    Optional<String> query();

    /** The first header of this name. */
    Optional<String> header(String name);

    /** The body's length as the request says it; -1 if it does not. */
    long length();

    /** The body. */
    InputStream body() throws IOException;
}

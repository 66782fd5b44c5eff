package health.medley.rest.internal.http;

import health.medley.core.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** What a call needs of the server: the request's bytes and the jobs. */
public interface Incoming {

    /** The body's bytes; see {@link Call#content}. */
    InputStream content() throws IOException;

    /** The body's media type; see {@link Call#contentType}. */
    String contentType();

    /** Begin a job; see {@link Call#begin}. */
    Reply begin(Caller caller, String kind, Map<String, String> input);

    /** Begin a job on the body; see {@link Call#beginWithContent}. */
    Reply beginWithContent(Caller caller, String kind, Map<String, String> input) throws IOException;
}

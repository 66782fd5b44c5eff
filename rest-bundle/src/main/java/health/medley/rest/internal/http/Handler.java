package health.medley.rest.internal.http;

import java.io.IOException;

/** Answers a call. A {@link health.medley.core.MedleyException} becomes problem details with its code's status. */
@FunctionalInterface
public interface Handler {

    /**
     * Answer.
     *
     * @throws IOException if the request's body cannot be read
     */
    Reply handle(Call call) throws IOException;
}

package health.medley.rest.internal.platform;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.rest.internal.server.Accounts;

/** What concerns the whole server is for those who run it. */
final class OfMain {

    private OfMain() {}

    /** Refuse callers of other practices than the one of the first start. */
    static void check(Caller caller) {
        if (!caller.practice().equals(Accounts.MAIN)) {
            throw new MedleyException(
                    ErrorCode.PERMISSION_DENIED,
                    "Asking for " + caller.purpose() + ": it concerns every practice of the server and is for"
                            + " administrators of the practice " + Accounts.MAIN);
        }
    }
}

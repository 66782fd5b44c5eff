package health.medley.store.internal.commit;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Request;
import health.medley.core.store.RecordDraft;
import health.medley.store.internal.read.Reading.Done;

/** What is said where a commit is refused. */
public final class Refusals {

    private Refusals() {}

    /** Refuse a request whose key came before with another content. */
    public static void refuseReuse(Request request, Done done) {
        if (!done.fingerprint().equals(request.fingerprint())) {
            throw new MedleyException(
                    ErrorCode.REQUEST_REUSED,
                    "Repeating a request: its idempotency key came before with another content; expected the same"
                            + " content or a new key");
        }
    }

    static MedleyException changed(RecordDraft draft, long version) {
        return new MedleyException(
                ErrorCode.RECORD_CHANGED,
                "Committing a record of kind " + draft.key().kind() + ": its version is " + version + ", expected "
                        + draft.expected() + "; read it again and decide anew");
    }

    static MedleyException contended() {
        return new MedleyException(
                ErrorCode.RECORD_CHANGED,
                "Committing: other writers changed the same records again and again; read them again and decide anew");
    }

    static MedleyException unknown(String why) {
        return unavailable(
                why + "; it is not known whether this was committed: repeat it with the same idempotency key");
    }

    /** Refuse because the store does not answer. */
    public static MedleyException unavailable(String why) {
        return new MedleyException(ErrorCode.STORE_UNAVAILABLE, "Using the store: " + why);
    }
}

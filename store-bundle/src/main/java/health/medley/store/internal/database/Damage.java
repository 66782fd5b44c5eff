package health.medley.store.internal.database;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;

/** What is said where the store does not hold what it must hold. */
public final class Damage {

    private Damage() {}

    /** Something that rows refer to is not there. */
    public static MedleyException missing(String what) {
        return new MedleyException(
                ErrorCode.STORE_DAMAGED,
                "Reading the store: " + what + " is not there, though records refer to it; run medley audit verify");
    }
}

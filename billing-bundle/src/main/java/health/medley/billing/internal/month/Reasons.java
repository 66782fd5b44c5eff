package health.medley.billing.internal.month;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;

/** Asks for a reason where people must give one. */
final class Reasons {
    private static final int LONGEST = 500;

    private Reasons() {}

    static void check(String reason, String doing) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    doing + ": a reason of " + reason.length() + " characters was given; write why in 1 to " + LONGEST
                            + " characters, without patient data.");
        }
    }
}

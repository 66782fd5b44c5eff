package health.medley.core.referral;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Say by when a referral should have left the state it is in.
 *
 * @param due last local day on which it is in time
 * @param within the deadline in words, for example {@code 3 business days}
 * @param source where the deadline comes from
 */
public record ReferralDeadline(LocalDate due, String within, String source) {
    /** Check that no part is null. */
    public ReferralDeadline {
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(source, "source");
    }
}

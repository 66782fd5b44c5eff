package health.medley.core.referral;

import java.util.Objects;

/**
 * Say that a gateway took a referral.
 *
 * @param reference what the gateway calls it; {@link ReferralGateway#news} is asked with it
 */
public record ReferralReceipt(String reference) {
    /** Check that it is given. */
    public ReferralReceipt {
        Objects.requireNonNull(reference, "reference");
    }
}

package health.medley.core.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Say how a referral came into a state.
 *
 * @param state the state it came into
 * @param day local day on which it was done, as stated
 * @param by who did or said it; {@code gateway/ID} for what a gateway reported
 * @param note more about it; empty for none
 * @param recordedAt when it was recorded
 */
public record TakenStep(ReferralState state, LocalDate day, String by, Optional<String> note, Instant recordedAt) {
    /** Check that no part is null. */
    public TakenStep {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}

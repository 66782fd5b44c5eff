package health.medley.core.referral;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Say what the receiver's side knows of a referral.
 *
 * @param state {@code SENT} for nothing new, {@code ACCEPTED}, {@code DECLINED}, {@code SCHEDULED}, {@code COMPLETED},
 *     {@code REPORT_RECEIVED} or {@code CANCELLED}
 * @param note more about it, or why; patient data; empty for none
 * @param appointment when the patient is expected; empty if not said
 * @param report the report, or where it is found; patient data; empty if there is none
 */
public record ReferralNews(
        ReferralState state, Optional<String> note, Optional<OffsetDateTime> appointment, Optional<String> report) {
    /** Check that no part is null. */
    public ReferralNews {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(appointment, "appointment");
        Objects.requireNonNull(report, "report");
    }
}

package health.medley.core.referral;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Say that an overdue referral was brought before somebody.
 *
 * @param state the state it was overdue in
 * @param due the day that had passed
 * @param to before whom
 * @param day local day on which it was escalated
 */
public record Escalation(ReferralState state, LocalDate due, String to, LocalDate day) {
    /** Check that no part is null. */
    public Escalation {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(day, "day");
    }
}

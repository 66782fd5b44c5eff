package health.medley.core.coordination;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Say by when a step of a follow-up is due and whether it was done.
 *
 * @param step which
 * @param due last local day on which it is in time
 * @param within the deadline in words, for example {@code 2 business days}
 * @param source where the deadline comes from
 * @param done local day on which it was done; empty if not yet
 */
public record DueStep(FollowUpStep step, LocalDate due, String within, String source, Optional<LocalDate> done) {
    /** Check that no part is null. */
    public DueStep {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(done, "done");
    }

    /** Whether it was not done in time, as seen on {@code day}. */
    public boolean overdue(LocalDate day) {
        return done.isEmpty() ? day.isAfter(due) : done.get().isAfter(due);
    }
}

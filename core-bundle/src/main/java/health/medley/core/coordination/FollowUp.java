package health.medley.core.coordination;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * State something that was done to follow a transition of care up.
 *
 * @param step which step it belongs to
 * @param day local day on which it was done
 * @param by who did it
 * @param succeeded whether the step is done with it; an attempt that reached nobody is kept and leaves it open
 * @param note more about it; patient data; empty for none
 */
public record FollowUp(FollowUpStep step, LocalDate day, String by, boolean succeeded, Optional<String> note) {
    /** Check the words. */
    public FollowUp {
        Objects.requireNonNull(step, "step");
        CoordinationWords.day(day, "day");
        CoordinationWords.name(by, "by");
        CoordinationWords.text(note, "note");
    }
}

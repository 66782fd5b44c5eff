package health.medley.core.time;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Say when a timer's work ended.
 *
 * @param end when the work ended, where it is not now; empty for now
 * @param note the narrative for the entry; patient data; empty for none
 */
public record TimerStop(Optional<OffsetDateTime> end, Optional<String> note) {

    /** Now, without a note. */
    public static final TimerStop NOW = new TimerStop(Optional.empty(), Optional.empty());

    /** Check the note. */
    public TimerStop {
        end.ifPresent(TimeWords::time);
        TimeWords.note(note);
    }
}

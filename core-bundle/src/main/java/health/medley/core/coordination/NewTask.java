package health.medley.core.coordination;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Say what somebody is to do.
 *
 * @param title what, one line; patient data
 * @param owner who
 * @param due last local day on which it is in time
 * @param about what it is about: kind and id of a record, {@code transition/ID}; empty for none
 * @param note more about it; patient data; empty for none
 */
public record NewTask(String title, String owner, LocalDate due, Optional<String> about, Optional<String> note) {
    /** Check the words. */
    public NewTask {
        CoordinationWords.name(title, "title");
        CoordinationWords.name(owner, "owner");
        CoordinationWords.day(due, "due day");
        CoordinationWords.name(about, "about");
        CoordinationWords.text(note, "note");
    }
}

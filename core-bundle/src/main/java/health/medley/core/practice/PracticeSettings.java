package health.medley.core.practice;

import health.medley.core.store.Recorded;
import java.util.Objects;

/**
 * Hold a practice as it is kept: record kind {@code practice}, one record.
 *
 * @param id the record's id, always {@value #ID}
 * @param version the record's version
 * @param practice the practice
 */
public record PracticeSettings(String id, long version, Practice practice) implements Recorded {

    /** The id of the one record of the kind. */
    public static final String ID = "practice";

    /** Check that no part is null. */
    public PracticeSettings {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(practice, "practice");
    }
}

package health.medley.core.time;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * State time that was given to a patient, [start, end), in whole seconds.
 *
 * @param externalId the entry's id where it comes from, unique in the practice; empty for none
 * @param start first second, with the offset it was recorded in
 * @param end first second after; equal to {@code start} for no time
 * @param performer who worked: an NPI or the practice's own name for a person
 * @param role in which role
 * @param kind what was done: {@code call}, {@code message}, {@code referral}, {@code prescription}, {@code review},
 *     {@code transition}, {@code care-plan}, {@code other}
 * @param program the program the time was given for
 * @param note the narrative; patient data; empty for none
 */
public record NewTime(
        Optional<String> externalId,
        OffsetDateTime start,
        OffsetDateTime end,
        String performer,
        TimeRole role,
        String kind,
        String program,
        Optional<String> note) {
    /** Check the words and the order of the ends. */
    public NewTime {
        Objects.requireNonNull(role, "role");
        TimeWords.external(externalId);
        TimeWords.interval(start, end);
        TimeWords.performer(performer);
        TimeWords.kind(kind);
        TimeWords.program(program);
        TimeWords.note(note);
    }
}

package health.medley.core.time;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * Hold one interval of work for a patient, [start, end), in whole seconds.
 *
 * @param id the entry's id, unique in its ledger
 * @param patient the patient's id in the EHR; patient data, never logged
 * @param start first second, with the offset it was recorded in
 * @param end first second after; equal to {@code start} for no time
 * @param performer who worked: an NPI or the practice's own name for a person
 * @param role in which role
 * @param kind what was done: {@code call}, {@code message}, {@code referral}, {@code prescription}, {@code review},
 *     {@code transition}, {@code care-plan}, {@code other}
 * @param program the program the time was given for
 */
public record TimeEntry(
        String id,
        String patient,
        OffsetDateTime start,
        OffsetDateTime end,
        String performer,
        TimeRole role,
        String kind,
        String program) {
    /** Check the order of the ends and that they are whole seconds. */
    public TimeEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(performer, "performer");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(program, "program");
        if (start.getNano() != 0 || end.getNano() != 0) {
            throw new IllegalArgumentException("A time entry begins and ends on a whole second");
        }
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A time entry does not end before it begins");
        }
    }
}

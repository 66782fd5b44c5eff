package health.medley.core.time;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.store.Recorded;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold an entry of the time ledger. Kept as records of kind {@code time-entry}.
 *
 * @param id its id
 * @param version its version; each correction makes another
 * @param patient for whom the work was
 * @param month the month, in the practice's zone, in which it begins
 * @param start first second, with the offset it was recorded in
 * @param end first second after; equal to {@code start} for no time
 * @param performer who worked
 * @param role in which role
 * @param kind what was done
 * @param program the program the time was given for
 * @param note the narrative; patient data; empty for none
 * @param externalId its id where it came from; empty for none
 * @param source what it was made of, {@code timer/ID} or {@code message/ID}; empty if it was stated
 * @param until the month in which it ends, where that is the one after; empty else
 * @param recordedAt when it was first recorded
 * @param changedAt when this version was recorded
 * @param late whether it was recorded, or corrected, after its month's end or more days after its end than the
 *     practice allows
 * @param withdrawn whether it was withdrawn and counts no longer
 * @param reason why this version differs from the one before, as stated; empty for the first
 */
public record KeptTime(
        String id,
        long version,
        PatientRef patient,
        ServiceMonth month,
        OffsetDateTime start,
        OffsetDateTime end,
        String performer,
        TimeRole role,
        String kind,
        String program,
        Optional<String> note,
        Optional<String> externalId,
        Optional<String> source,
        Optional<ServiceMonth> until,
        Instant recordedAt,
        Instant changedAt,
        boolean late,
        boolean withdrawn,
        Optional<String> reason)
        implements Recorded {
    /** Check that no part is null. */
    public KeptTime {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(performer, "performer");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * This entry as {@link TimeCounter} counts it. Its id there is {@code externalId} where there is one, so that the
     * same entry counted from a file gives the same evidence.
     *
     * @param fhirId the patient's id in the EHR
     */
    public TimeEntry entry(String fhirId) {
        return new TimeEntry(externalId.orElse(id), fhirId, start, end, performer, role, kind, program);
    }
}

package health.medley.core.billing;

import health.medley.core.PatientRef;
import health.medley.core.store.Recorded;
import java.time.Instant;
import java.util.Objects;

/**
 * Hold a determination as it was frozen: record kind {@code determination}, one record for each patient, program and
 * month. Its facts and the rules it names are enough to decide again; of its findings only those are kept that cannot
 * be made again from the facts.
 *
 * @param id the record's id: month, patient reference and program, joined by full stops
 * @param version the record's version; more than 1 after a reopening or a correction that changed it
 * @param patient whose month
 * @param read before when the facts were read; what was recorded later is late
 * @param determination what was determined
 */
public record KeptDetermination(String id, long version, PatientRef patient, Instant read, Determination determination)
        implements Recorded {
    /** Check that no part is null. */
    public KeptDetermination {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(read, "read");
        Objects.requireNonNull(determination, "determination");
    }
}

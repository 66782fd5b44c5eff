package health.medley.core.chart;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * Hold one encounter of the patient with practitioners.
 *
 * @param day first day of the encounter as written (the first ten characters of its start)
 * @param npis NPIs of the practitioners who took part, conditional references resolved; may be empty
 */
public record ChartEncounter(LocalDate day, Set<String> npis) {
    /** Copy the NPIs. */
    public ChartEncounter {
        Objects.requireNonNull(day, "day");
        npis = Set.copyOf(npis);
    }
}

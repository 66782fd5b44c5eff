package health.medley.core.time;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import java.util.Objects;
import java.util.Set;

/**
 * Ask for the entries that touch a month in the practice's zone, whatever their program.
 *
 * @param patients whose, at most 1,000; empty for everybody's
 * @param month which month
 * @param withdrawn whether withdrawn entries are wanted too
 */
public record TimeQuery(Set<PatientRef> patients, ServiceMonth month, boolean withdrawn) {
    /** Copy the set. */
    public TimeQuery {
        patients = Set.copyOf(patients);
        Objects.requireNonNull(month, "month");
    }

    /** Ask for the entries of these patients that were not withdrawn. */
    public TimeQuery(Set<PatientRef> patients, ServiceMonth month) {
        this(patients, month, false);
    }
}

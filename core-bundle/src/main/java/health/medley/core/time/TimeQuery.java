package health.medley.core.time;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import java.util.Objects;
import java.util.Set;

/**
 * Ask for the entries that touch a month in the practice's zone, whatever their program.
 *
 * @param patients whose, at most {@value #MOST_PATIENTS}; empty for everybody's
 * @param month which month
 * @param withdrawn whether withdrawn entries are wanted too
 */
public record TimeQuery(Set<PatientRef> patients, ServiceMonth month, boolean withdrawn) {
    /** How many patients a query may name. */
    public static final int MOST_PATIENTS = 1_000;

    /** Copy the set and check its size. */
    public TimeQuery {
        patients = Set.copyOf(patients);
        Objects.requireNonNull(month, "month");
        if (patients.size() > MOST_PATIENTS) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Reading the time of " + patients.size() + " patients: name at most " + MOST_PATIENTS
                            + " at once, or none for everybody's");
        }
    }

    /** Ask for the entries of these patients that were not withdrawn. */
    public TimeQuery(Set<PatientRef> patients, ServiceMonth month) {
        this(patients, month, false);
    }
}

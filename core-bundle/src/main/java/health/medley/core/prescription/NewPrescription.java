package health.medley.core.prescription;

import health.medley.core.PatientRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * State what is to be prescribed.
 *
 * @param patient for whom
 * @param medication what
 * @param directions how it is taken
 * @param quantity how much is dispensed at a time, more than 0
 * @param unit in which unit, for example {@code tablet}
 * @param days for how many days that lasts, 1 or more
 * @param refills how often it may be dispensed again without asking, 0 or more
 * @param pharmacy which pharmacy; may be empty
 * @param lastDay last day on which it may be dispensed; empty for a year from today
 */
public record NewPrescription(
        PatientRef patient,
        MedicationCode medication,
        String directions,
        BigDecimal quantity,
        String unit,
        int days,
        int refills,
        String pharmacy,
        Optional<LocalDate> lastDay) {
    /** Check the amounts. */
    public NewPrescription {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(medication, "medication");
        Objects.requireNonNull(pharmacy, "pharmacy");
        Objects.requireNonNull(lastDay, "lastDay");
        if (directions.isBlank() || unit.isBlank() || quantity.signum() <= 0 || days < 1 || refills < 0) {
            throw new IllegalArgumentException("A prescription needs directions, a quantity above 0 with its unit, days"
                    + " of 1 or more and refills of 0 or more");
        }
    }
}

package health.medley.core.prescription;

import health.medley.core.chart.PatientChart;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold what a pharmacy is sent.
 *
 * @param number the order's number: the same for the same order, another for each refill approved; no patient data
 * @param prescription the prescription
 * @param patient the patient's id in the EHR ({@link PatientChart#patient}); patient data
 * @param birthDate the patient's day of birth; empty if unknown
 */
public record PharmacyOrder(String number, Prescription prescription, String patient, Optional<LocalDate> birthDate) {
    /** Check that no part is null. */
    public PharmacyOrder {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(prescription, "prescription");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(birthDate, "birthDate");
    }
}

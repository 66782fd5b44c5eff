package health.medley.core.prescription;

import health.medley.core.PatientRef;
import health.medley.core.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one prescription with its way so far.
 *
 * @param id the prescription's id
 * @param version the version of the record
 * @param patient for whom
 * @param order what is prescribed
 * @param lastDay last day on which it may be dispensed
 * @param status where it stands
 * @param sending how often it was sent to be filled: 1 for the first, one more with each refill approved
 * @param allowed how often it may be dispensed in all
 * @param dispensed how often it was
 * @param npi NPI of the practitioner who signed; empty before
 * @param gateway the gateway it was sent through last; empty before
 * @param receipt what that gateway calls it
 * @param events its steps, in the order in which they were recorded
 */
public record Prescription(
        String id,
        long version,
        PatientRef patient,
        NewPrescription order,
        LocalDate lastDay,
        PrescriptionStatus status,
        int sending,
        int allowed,
        int dispensed,
        Optional<String> npi,
        Optional<String> gateway,
        Optional<String> receipt,
        List<PrescriptionEvent> events)
        implements Recorded {
    /** Copy the events. */
    public Prescription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(lastDay, "lastDay");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(npi, "npi");
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(receipt, "receipt");
        events = List.copyOf(events);
    }
}

package health.medley.core.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold what a gateway is to send. Everything but the id is patient data or may be.
 *
 * @param id the referral's id and recipient's turn, the same when it is tried again
 * @param patient the patient's id in the EHR (the FHIR id)
 * @param practice name of the practice that refers
 * @param practiceNpi its NPI
 * @param requester who refers
 * @param recipient who is to see the patient
 * @param reason why
 * @param conditions ICD-10-CM codes it is about
 * @param urgency how soon
 * @param requestedOn local day of the request
 * @param note more about it; empty for none
 */
public record ReferralDocument(
        String id,
        String patient,
        String practice,
        String practiceNpi,
        String requester,
        ReferralRecipient recipient,
        String reason,
        List<String> conditions,
        ReferralUrgency urgency,
        LocalDate requestedOn,
        Optional<String> note) {
    /** Copy the list. */
    public ReferralDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(practice, "practice");
        Objects.requireNonNull(practiceNpi, "practiceNpi");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(reason, "reason");
        conditions = List.copyOf(conditions);
        Objects.requireNonNull(urgency, "urgency");
        Objects.requireNonNull(requestedOn, "requestedOn");
        Objects.requireNonNull(note, "note");
    }

    /** Names the document only. */
    @Override
    public String toString() {
        return "ReferralDocument " + id;
    }
}

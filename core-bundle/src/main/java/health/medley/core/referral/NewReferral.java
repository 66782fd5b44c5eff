package health.medley.core.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * State a referral that is wanted.
 *
 * @param recipient who is to see the patient
 * @param reason why, in words; patient data
 * @param conditions ICD-10-CM codes it is about; may be empty
 * @param urgency how soon
 * @param requester who refers: an NPI or the practice's own name for a person
 * @param requestedOn local day of the request
 * @param gateway id of the gateway that sends it; empty to hand it over by hand, by fax or by telephone
 * @param note more about it; patient data; empty for none
 */
public record NewReferral(
        ReferralRecipient recipient,
        String reason,
        List<String> conditions,
        ReferralUrgency urgency,
        String requester,
        LocalDate requestedOn,
        Optional<String> gateway,
        Optional<String> note) {
    /** Copy the list and check the words. */
    public NewReferral {
        Objects.requireNonNull(recipient, "recipient");
        ReferralWords.text(reason, "reason");
        conditions = List.copyOf(conditions);
        conditions.forEach(code -> ReferralWords.name(code, "condition"));
        Objects.requireNonNull(urgency, "urgency");
        ReferralWords.name(requester, "requester");
        ReferralWords.day(requestedOn, "day of the request");
        ReferralWords.name(gateway, "gateway");
        ReferralWords.text(note, "note");
    }
}

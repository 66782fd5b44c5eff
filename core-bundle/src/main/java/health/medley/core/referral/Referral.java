package health.medley.core.referral;

import health.medley.core.PatientRef;
import health.medley.core.store.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold a referral. Kept as records of kind {@code referral}.
 *
 * @param id its id
 * @param version its version
 * @param patient who is referred
 * @param recipient who is to see the patient
 * @param reason why
 * @param conditions ICD-10-CM codes it is about
 * @param urgency how soon
 * @param requester who refers
 * @param requestedOn local day of the request
 * @param gateway id of the gateway that sends it; empty if by hand
 * @param note more about it; empty for none
 * @param state where it stands
 * @param deadline by when it should leave that state; empty if it ended
 * @param reference what the gateway calls it; empty until sent, or by hand
 * @param appointment when the patient is expected; empty until scheduled
 * @param report the last report; empty until received
 * @param steps how it came here, in the order it was recorded
 * @param escalations before whom it was brought when overdue
 * @param recordedAt when it was first recorded
 */
public record Referral(
        String id,
        long version,
        PatientRef patient,
        ReferralRecipient recipient,
        String reason,
        List<String> conditions,
        ReferralUrgency urgency,
        String requester,
        LocalDate requestedOn,
        Optional<String> gateway,
        Optional<String> note,
        ReferralState state,
        Optional<ReferralDeadline> deadline,
        Optional<String> reference,
        Optional<OffsetDateTime> appointment,
        Optional<String> report,
        List<TakenStep> steps,
        List<Escalation> escalations,
        Instant recordedAt)
        implements Recorded {
    /** Copy the lists. */
    public Referral {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(reason, "reason");
        conditions = List.copyOf(conditions);
        Objects.requireNonNull(urgency, "urgency");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(requestedOn, "requestedOn");
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(appointment, "appointment");
        Objects.requireNonNull(report, "report");
        steps = List.copyOf(steps);
        escalations = List.copyOf(escalations);
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** Whether it should have left its state before {@code day}. */
    public boolean overdue(LocalDate day) {
        return deadline.filter(limit -> day.isAfter(limit.due())).isPresent();
    }
}

package health.medley.core.referral;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * State what was done with a referral.
 *
 * @param action what
 * @param day local day on which it was done
 * @param by who did or said it
 * @param note more about it, or why; patient data; empty for none
 * @param appointment when the patient is expected; empty unless scheduled
 * @param report the report, or where it is found; patient data; empty unless received
 * @param recipient who is asked now; empty unless redirected
 */
public record ReferralStep(
        ReferralAction action,
        LocalDate day,
        String by,
        Optional<String> note,
        Optional<OffsetDateTime> appointment,
        Optional<String> report,
        Optional<ReferralRecipient> recipient) {
    /** Check the words and that the action has what it needs. */
    public ReferralStep {
        Objects.requireNonNull(action, "action");
        ReferralWords.day(day, "day");
        appointment.ifPresent(when -> ReferralWords.time(when, "appointment"));
        ReferralWords.name(by, "by");
        ReferralWords.text(note, "note");
        ReferralWords.text(report, "report");
        needs(action, ReferralAction.SCHEDULE, appointment, "appointment");
        needs(action, ReferralAction.RECEIVE_REPORT, report, "report");
        needs(action, ReferralAction.REDIRECT, recipient, "recipient");
        ReferralWords.check(
                note.isPresent() || (action != ReferralAction.DECLINE && action != ReferralAction.CANCEL),
                action + " needs a note that says why");
    }

    /** State a step that needs nothing more. */
    public ReferralStep(ReferralAction action, LocalDate day, String by, Optional<String> note) {
        this(action, day, by, note, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static void needs(ReferralAction action, ReferralAction which, Optional<?> part, String what) {
        ReferralWords.check(
                part.isPresent() == (action == which),
                action == which ? action + " needs the " + what : action + " takes no " + what + "; leave it out");
    }
}

package health.medley.referral.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.practice.Practice;
import health.medley.core.practice.PracticeService;
import health.medley.core.referral.NewReferral;
import health.medley.core.referral.Referral;
import health.medley.core.referral.ReferralAction;
import health.medley.core.referral.ReferralDocument;
import health.medley.core.referral.ReferralNews;
import health.medley.core.referral.ReferralState;
import health.medley.core.referral.ReferralStep;
import health.medley.core.referral.TakenStep;
import health.medley.record.RecordIds;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Makes what a referral becomes with each step. Commits nothing. */
final class ReferralSteps {

    private final PracticeService practices;
    private final Deadlines deadlines;
    private final RecordIds ids;
    private final Clock clock;

    ReferralSteps(PracticeService practices, Deadlines deadlines, RecordIds ids, Clock clock) {
        this.practices = practices;
        this.deadlines = deadlines;
        this.ids = ids;
        this.clock = clock;
    }

    LocalDate today(Caller caller) {
        return today(practices.practice(caller));
    }

    private LocalDate today(Practice practice) {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Referral requested(Caller caller, PatientRef patient, NewReferral wanted) {
        Practice practice = practices.practice(caller);
        refuseFuture(practice, wanted.requestedOn());
        Referral fresh = new Referral(
                ids.next(),
                0,
                patient,
                wanted.recipient(),
                wanted.reason(),
                wanted.conditions(),
                wanted.urgency(),
                wanted.requester(),
                wanted.requestedOn(),
                wanted.gateway(),
                wanted.note(),
                ReferralState.REQUESTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                now());
        ReferralChange change = new ReferralChange(fresh);
        enter(
                practice,
                fresh,
                change,
                ReferralState.REQUESTED,
                wanted.requestedOn(),
                wanted.requester(),
                wanted.note());
        return change.after();
    }

    ReferralDocument document(Caller caller, Referral referral, String fhirId) {
        Practice practice = practices.practice(caller);
        long turn = referral.steps().stream()
                .filter(step -> step.state() == ReferralState.REQUESTED)
                .count();
        return new ReferralDocument(
                referral.id() + "-" + turn,
                fhirId,
                practice.name(),
                practice.npi(),
                referral.requester(),
                referral.recipient(),
                referral.reason(),
                referral.conditions(),
                referral.urgency(),
                referral.requestedOn(),
                referral.note());
    }

    Referral sent(Caller caller, Referral referral, Optional<String> reference) {
        Practice practice = practices.practice(caller);
        ReferralChange change = new ReferralChange(referral).sentAs(reference);
        enter(practice, referral, change, ReferralState.SENT, today(practice), caller.user(), Optional.empty());
        return change.after();
    }

    Referral advanced(Caller caller, Referral referral, ReferralStep step) {
        Practice practice = practices.practice(caller);
        ReferralState next = Course.expect(referral.state(), step.action());
        refuseFuture(practice, step.day());
        if (step.day().isBefore(referral.requestedOn())) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Leading a referral on: the day " + step.day() + " is before the request of "
                            + referral.requestedOn() + "; give the day on which it was done");
        }
        if (step.action() == ReferralAction.CLOSE
                && referral.state() != ReferralState.REVIEWED
                && step.note().isEmpty()) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Closing a referral in state " + referral.state() + ": no report was reviewed; give a note that"
                            + " says why it is closed");
        }
        ReferralChange change = new ReferralChange(referral);
        step.recipient().ifPresent(change::to);
        step.appointment().ifPresent(change::expectedAt);
        step.report().ifPresent(change::reported);
        enter(practice, referral, change, next, step.day(), step.by(), step.note());
        return change.after();
    }

    /** Take over what the receiver's side knows, as far as it follows. */
    Referral told(Caller caller, Referral referral, ReferralNews news) {
        Practice practice = practices.practice(caller);
        ReferralChange change = new ReferralChange(referral);
        String by = "gateway/" + referral.gateway().orElseThrow();
        for (ReferralAction action : actions(change, news)) {
            Course.after(change.state(), action).ifPresent(next -> {
                if (action == ReferralAction.SCHEDULE) {
                    change.expectedAt(news.appointment().orElseThrow());
                }
                if (action == ReferralAction.RECEIVE_REPORT) {
                    change.reported(news.report().orElseThrow());
                }
                enter(practice, referral, change, next, today(practice), by, news.note());
            });
        }
        return change.after();
    }

    private static List<ReferralAction> actions(ReferralChange change, ReferralNews news) {
        return switch (news.state()) {
            case ACCEPTED -> List.of(ReferralAction.ACCEPT);
            case SCHEDULED ->
                news.appointment().isEmpty()
                        ? List.of(ReferralAction.ACCEPT)
                        : news.appointment().equals(change.appointment())
                                ? List.of()
                                : List.of(ReferralAction.SCHEDULE);
            case DECLINED, CANCELLED -> List.of(ReferralAction.DECLINE);
            case COMPLETED, REPORT_RECEIVED ->
                news.report().isEmpty() || news.report().equals(change.report())
                        ? List.of(ReferralAction.COMPLETE)
                        : List.of(ReferralAction.COMPLETE, ReferralAction.RECEIVE_REPORT);
            default -> List.of();
        };
    }

    private void enter(
            Practice practice,
            Referral referral,
            ReferralChange change,
            ReferralState state,
            LocalDate day,
            String by,
            Optional<String> note) {
        // the patient is expected on the day of the appointment, and waited for from then on
        LocalDate from = state == ReferralState.SCHEDULED
                ? change.appointment()
                        .map(when -> when.atZoneSameInstant(practice.zone()).toLocalDate())
                        .orElse(day)
                : day;
        change.enter(
                new TakenStep(state, day, by, note, now()), deadlines.of(practice, referral.urgency(), state, from));
    }

    private void refuseFuture(Practice practice, LocalDate day) {
        LocalDate today = today(practice);
        if (day.isAfter(today)) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Leading a referral on: the day " + day + " lies in the future, today is " + today
                            + "; record it once it has happened");
        }
    }
}

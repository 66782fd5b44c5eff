package health.medley.referral.internal;

import health.medley.core.referral.Escalation;
import health.medley.core.referral.Referral;
import health.medley.core.referral.ReferralDeadline;
import health.medley.core.referral.ReferralRecipient;
import health.medley.core.referral.ReferralState;
import health.medley.core.referral.TakenStep;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what becomes different in a referral. For one change and one thread. */
final class ReferralChange {

    private final Referral before;
    private final List<TakenStep> steps;
    private final List<Escalation> escalations;
    private ReferralState state;
    private ReferralRecipient recipient;
    private Optional<ReferralDeadline> deadline;
    private Optional<String> reference;
    private Optional<OffsetDateTime> appointment;
    private Optional<String> report;

    ReferralChange(Referral before) {
        this.before = before;
        steps = new ArrayList<>(before.steps());
        escalations = new ArrayList<>(before.escalations());
        state = before.state();
        recipient = before.recipient();
        deadline = before.deadline();
        reference = before.reference();
        appointment = before.appointment();
        report = before.report();
    }

    ReferralState state() {
        return state;
    }

    Optional<OffsetDateTime> appointment() {
        return appointment;
    }

    Optional<String> report() {
        return report;
    }

    ReferralChange enter(TakenStep step, Optional<ReferralDeadline> next) {
        state = step.state();
        steps.add(step);
        deadline = next;
        return this;
    }

    ReferralChange sentAs(Optional<String> given) {
        reference = given;
        return this;
    }

    ReferralChange to(ReferralRecipient asked) {
        recipient = asked;
        reference = Optional.empty();
        appointment = Optional.empty();
        return this;
    }

    ReferralChange expectedAt(OffsetDateTime when) {
        appointment = Optional.of(when);
        return this;
    }

    ReferralChange reported(String text) {
        report = Optional.of(text);
        return this;
    }

    ReferralChange escalated(Escalation escalation) {
        escalations.add(escalation);
        return this;
    }

    Referral after() {
        return new Referral(
                before.id(),
                before.version(),
                before.patient(),
                recipient,
                before.reason(),
                before.conditions(),
                before.urgency(),
                before.requester(),
                before.requestedOn(),
                before.gateway(),
                before.note(),
                state,
                deadline,
                reference,
                appointment,
                report,
                steps,
                escalations,
                before.recordedAt());
    }
}

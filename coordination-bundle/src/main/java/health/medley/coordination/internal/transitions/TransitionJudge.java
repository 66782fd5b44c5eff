package health.medley.coordination.internal.transitions;

import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.coordination.DueStep;
import health.medley.core.coordination.Transition;
import health.medley.core.coordination.TransitionKind;
import health.medley.core.coordination.TransitionState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges whether a transition of care was followed up, or has a reason why not. */
final class TransitionJudge {

    private static final String CODE = "TRANSITION_NOT_FOLLOWED_UP";

    private TransitionJudge() {}

    static Finding judge(Transition transition, LocalDate today) {
        String what = "The " + word(transition.kind()) + " of " + transition.day();
        boolean acted = !transition.followUps().isEmpty();
        if (!acted && transition.state() != TransitionState.CLOSED) {
            return finding(
                    transition,
                    transition.kind() == TransitionKind.DISCHARGE ? Outcome.HOLD : Outcome.WARNING,
                    what + " has no follow-up.",
                    "Record what was done to follow it up, or close it with the reason why nothing was.");
        }
        List<DueStep> late =
                transition.steps().stream().filter(step -> step.overdue(today)).toList();
        if (!late.isEmpty() && transition.state() != TransitionState.CLOSED) {
            String steps = late.stream()
                    .map(step -> step.step().name().toLowerCase(java.util.Locale.ROOT) + " due " + step.due())
                    .collect(Collectors.joining(", "));
            return finding(
                    transition,
                    Outcome.WARNING,
                    what + " was not followed up in time: " + steps + ".",
                    "Do and record the steps that are open, or close it with the reason why they will not be done.");
        }
        return finding(
                transition,
                Outcome.MET,
                transition.state() == TransitionState.CLOSED
                        ? what + " was closed with a reason."
                        : what + " has its follow-up.",
                "");
    }

    private static Finding finding(Transition transition, Outcome outcome, String sentence, String change) {
        return new Finding(
                CODE,
                outcome,
                sentence,
                Map.of("transition", transition.id()),
                Optional.empty(),
                change.isEmpty() ? Optional.empty() : Optional.of(change));
    }

    private static String word(TransitionKind kind) {
        return switch (kind) {
            case DISCHARGE -> "discharge";
            case EMERGENCY_VISIT -> "emergency visit";
            case TRANSFER -> "transfer";
        };
    }
}

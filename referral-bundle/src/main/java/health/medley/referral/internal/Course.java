package health.medley.referral.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.referral.ReferralAction;
import health.medley.core.referral.ReferralState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which action follows in which state of a referral, and where it leads. */
final class Course {

    private static final Map<ReferralState, Map<ReferralAction, ReferralState>> STEPS = steps();

    private Course() {}

    private static Map<ReferralState, Map<ReferralAction, ReferralState>> steps() {
        Map<ReferralState, Map<ReferralAction, ReferralState>> steps = new EnumMap<>(ReferralState.class);
        for (ReferralState state : ReferralState.values()) {
            steps.put(state, new EnumMap<>(ReferralAction.class));
        }
        Map<ReferralAction, ReferralState> answers = Map.of(
                ReferralAction.DECLINE, ReferralState.DECLINED,
                ReferralAction.SCHEDULE, ReferralState.SCHEDULED,
                // the patient was seen without anybody telling of an appointment
                ReferralAction.COMPLETE, ReferralState.COMPLETED,
                ReferralAction.CANCEL, ReferralState.CANCELLED);
        steps.get(ReferralState.REQUESTED).put(ReferralAction.CANCEL, ReferralState.CANCELLED);
        steps.get(ReferralState.SENT).putAll(answers);
        steps.get(ReferralState.SENT).put(ReferralAction.ACCEPT, ReferralState.ACCEPTED);
        steps.get(ReferralState.ACCEPTED).putAll(answers);
        steps.get(ReferralState.SCHEDULED).putAll(answers);
        steps.get(ReferralState.DECLINED)
                .putAll(Map.of(
                        ReferralAction.REDIRECT, ReferralState.REQUESTED,
                        ReferralAction.CLOSE, ReferralState.CLOSED,
                        ReferralAction.CANCEL, ReferralState.CANCELLED));
        steps.get(ReferralState.COMPLETED)
                .putAll(Map.of(
                        ReferralAction.RECEIVE_REPORT, ReferralState.REPORT_RECEIVED,
                        ReferralAction.CLOSE, ReferralState.CLOSED));
        steps.get(ReferralState.REPORT_RECEIVED)
                .putAll(Map.of(
                        ReferralAction.RECEIVE_REPORT, ReferralState.REPORT_RECEIVED,
                        ReferralAction.REVIEW, ReferralState.REVIEWED));
        steps.get(ReferralState.REVIEWED)
                .putAll(Map.of(
                        ReferralAction.RECEIVE_REPORT, ReferralState.REPORT_RECEIVED,
                        ReferralAction.CLOSE, ReferralState.CLOSED));
        // a report that comes after the loop was closed without one
        steps.get(ReferralState.CLOSED).put(ReferralAction.RECEIVE_REPORT, ReferralState.REPORT_RECEIVED);
        return steps;
    }

    /** Where an action leads; empty if it does not follow. */
    static Optional<ReferralState> after(ReferralState state, ReferralAction action) {
        return Optional.ofNullable(STEPS.get(state).get(action));
    }

    /** Where an action leads that must follow. */
    static ReferralState expect(ReferralState state, ReferralAction action) {
        return after(state, action).orElseThrow(() -> refusal(state, action.toString()));
    }

    static MedleyException refusal(ReferralState state, String action) {
        String possible = STEPS.get(state).keySet().stream().map(Enum::toString).collect(Collectors.joining(", "));
        if (state == ReferralState.REQUESTED) {
            possible = "to send it, " + possible;
        }
        return new MedleyException(
                ErrorCode.STATE_INVALID,
                "Leading a referral on: " + action + " does not follow in state " + state + "; possible is "
                        + (possible.isEmpty() ? "nothing more" : possible));
    }
}

package health.medley.billing.internal.plan;

import java.util.Optional;

/**
 * One thing a plan checks.
 *
 * @param name what must hold, in words
 * @param reason reason code where it does not
 * @param order place of the reason in the order of reasons
 * @param stage where the reason comes from
 * @param effect what follows
 * @param entry first test
 * @param firesWhen the outcome of the tests with which it fires
 * @param clause where it is written
 * @param other what becomes of another service's codes; empty if it is not about them
 */
public record Check(
        String name,
        String reason,
        int order,
        String stage,
        Effect effect,
        int entry,
        boolean firesWhen,
        RuleClause clause,
        Optional<OtherCodes> other) {

    /** What follows where a check fires. */
    public enum Effect {
        /** Nothing of the program is billed. */
        NO_BILL,
        /** A person decides. */
        HOLD,
        /** The codes go; the reason says what was refused or changed. */
        NOTE
    }

    /**
     * What becomes of another service's codes where a check fires.
     *
     * @param group name of the group of codes
     * @param byUs whether our codes are meant
     * @param byOthers whether another practitioner's are meant
     * @param refused whether they are refused
     * @param modifier the modifier they need, empty for none
     */
    public record OtherCodes(String group, boolean byUs, boolean byOthers, boolean refused, String modifier) {}

    boolean decisive() {
        return effect != Effect.NOTE;
    }
}

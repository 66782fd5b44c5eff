package health.medley.billing.internal.plan;

import java.util.Arrays;

/**
 * Keep what a decision rests on in a few bytes: the decision, which checks fired, and the number of every fact the plan
 * uses. With the plan that made it, it decides and explains the same again. Immutable.
 */
public final class PlanTrace {
    private final long decision;
    private final byte[] packed;

    PlanTrace(long decision, byte[] packed) {
        this.decision = decision;
        this.packed = packed;
    }

    /** The decision; read it with {@link PlanDecision}. */
    public long decision() {
        return decision;
    }

    /** Whether a check fired, by its place among {@link PlanParts#checks}. */
    public boolean fired(int check) {
        return (packed[check >> 3] >> (check & 7) & 1) == 1;
    }

    /** The facts as numbers, in the order of the slots of the plan that made it. */
    public FactView facts(RulePlan plan) {
        long[] values = new long[plan.slots().size()];
        int at = TraceRecorder.firedBytes(plan);
        for (int slot = 0; slot < values.length; slot++) {
            long value = 0;
            int shift = 0;
            byte next;
            do {
                next = packed[at++];
                value |= (next & 0x7fL) << shift;
                shift += 7;
            } while (next < 0);
            values[slot] = TraceRecorder.fact(value);
        }
        return slot -> values[slot];
    }

    /** Size of what is kept beside the decision. */
    public int size() {
        return packed.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlanTrace trace && trace.decision == decision && Arrays.equals(trace.packed, packed);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(decision) * 31 + Arrays.hashCode(packed);
    }
}

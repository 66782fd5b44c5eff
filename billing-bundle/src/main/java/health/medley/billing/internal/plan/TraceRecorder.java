package health.medley.billing.internal.plan;

/**
 * Decide months and keep a {@link PlanTrace} of each. Asks for every fact once and for all, and runs every check, also
 * those behind the one that decides. Made for a batch; not for concurrent use.
 */
public final class TraceRecorder {
    private static final int LONGEST = 10;

    private final RulePlan plan;
    private final Check[] checks;
    private final long[] values;
    private final byte[] buffer;
    private final FactView facts;

    /** Make a recorder for months that one plan decides. */
    public TraceRecorder(RulePlan plan) {
        this.plan = plan;
        this.checks = plan.parts().checks().toArray(Check[]::new);
        this.values = new long[plan.slots().size()];
        this.buffer = new byte[firedBytes(plan) + LONGEST * values.length];
        this.facts = slot -> values[slot];
    }

    /** Decide a month and keep what the decision rests on. */
    public PlanTrace decide(FactView month) {
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = month.value(slot);
        }
        long decision = plan.decide(facts);
        long lines = plan.lines(facts, decision);
        int at = 0;
        int bits = 0;
        for (int i = 0; i < checks.length; i++) {
            bits |= plan.fires(checks[i], facts, lines) ? 1 << (i & 7) : 0;
            if ((i & 7) == 7) {
                buffer[at++] = (byte) bits;
                bits = 0;
            }
        }
        if ((checks.length & 7) != 0) {
            buffer[at++] = (byte) bits;
        }
        for (long value : values) {
            at = write(number(value), at);
        }
        byte[] packed = new byte[at];
        System.arraycopy(buffer, 0, packed, 0, at);
        return new PlanTrace(decision, packed);
    }

    private int write(long number, int from) {
        int at = from;
        long left = number;
        while ((left & ~0x7fL) != 0) {
            buffer[at++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        buffer[at++] = (byte) left;
        return at;
    }

    static int firedBytes(RulePlan plan) {
        return (plan.parts().checks().size() + 7) / 8;
    }

    // absent is the smallest long; the shift makes it 0 and small numbers of either sign short
    private static long number(long value) {
        return value == FactView.ABSENT ? 0 : (value << 1 ^ value >> 63) + 1;
    }

    static long fact(long number) {
        return number == 0 ? FactView.ABSENT : (number - 1 >>> 1) ^ -(number - 1 & 1);
    }
}

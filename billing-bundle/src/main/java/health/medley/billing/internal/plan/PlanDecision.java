package health.medley.billing.internal.plan;

/**
 * Read the parts of a decision, packed into one number: status, place of the reason in the rule set's order, family,
 * and the units of the base and of up to four add-ons in the order of {@link Family#addOns}.
 */
public final class PlanDecision {
    /** The family of a decision without one. */
    public static final int NO_FAMILY = 31;
    /** The reason of a decision in which nothing is refused. */
    public static final int NO_REASON = 511;
    /** The code of that reason. */
    public static final String NOTHING_REFUSED = "OK";
    /** Most add-ons of a family. */
    public static final int MOST_ADD_ONS = 4;
    /** Most units of one add-on; more are cut to this. */
    public static final int MOST_UNITS = 255;

    static final int BILL = 0;
    static final int HOLD = 1;
    static final int NO_BILL = 2;

    private static final int UNITS_AT = 20;

    private PlanDecision() {}

    static long pack(int status, int reason, long lines) {
        return lines | (long) reason << 2 | status;
    }

    /** No family and no units. */
    static long noLines() {
        return (long) NO_FAMILY << 11;
    }

    static long lines(int family, int baseUnits) {
        return (long) family << 11 | (long) baseUnits << 16;
    }

    static long units(int addOn, long units) {
        return Math.min(units, MOST_UNITS) << (UNITS_AT + 8 * addOn);
    }

    /** 0 for BILL, 1 for HOLD, 2 for NO_BILL. */
    public static int status(long decision) {
        return (int) (decision & 3);
    }

    /** Place of the reason in the order of reasons; {@link #NO_REASON} if nothing is refused. */
    public static int reason(long decision) {
        return (int) (decision >>> 2 & 511);
    }

    /** Number of the family billed; {@link #NO_FAMILY} if none. */
    public static int family(long decision) {
        return (int) (decision >>> 11 & 31);
    }

    /** Units of the base code: 1, or 0 if it is already on a claim. */
    public static int baseUnits(long decision) {
        return (int) (decision >>> 16 & 15);
    }

    /** Units of an add-on, 0 for the first. */
    public static int addOnUnits(long decision, int addOn) {
        return (int) (decision >>> (UNITS_AT + 8 * addOn) & 255);
    }

    /** Family and units alone, to compare two choices. */
    static long lines(long decision) {
        return decision & -(1L << 11);
    }
}

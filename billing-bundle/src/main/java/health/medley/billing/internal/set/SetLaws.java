package health.medley.billing.internal.set;

/**
 * Say which members may bill beside each other. A choice holds for each member the number of its option, or
 * {@link #NOTHING}.
 */
public interface SetLaws {
    /** The choice of a member that bills nothing. */
    int NOTHING = -1;

    /**
     * Whether a member may bill its option beside the others': its rules give just that, and refuse none of the others'
     * codes. Looks only at members that {@link #interact} with it.
     */
    boolean stands(int[] choice, int member);

    /**
     * Whether a member that bills nothing in the choice goes before one that does: it could bill, its rules refuse a
     * code of a member, and no member's rules refuse its own. Looks only at members that {@link #interact} with it.
     */
    boolean contests(int[] choice, int outsider);

    /**
     * Whether no lawful set has both options, whatever else is in it. A search is faster for knowing; saying no is
     * always right.
     */
    default boolean exclude(int one, int option, int other, int otherOption) {
        return false;
    }

    /** Whether one of two members may matter to the other: by their rules, or because they share time. */
    boolean interact(int one, int other);
}

package health.medley.billing.internal.set;

/**
 * The set that was found.
 *
 * @param choice for each member the number of its option, or {@link SetLaws#NOTHING}
 * @param contested whether a member outside goes before one inside by the rules, and no lawful set is free of that
 */
public record BestSet(int[] choice, boolean contested) {
    /** Copy the choice. */
    public BestSet {
        choice = choice.clone();
    }

    @Override
    public int[] choice() {
        return choice.clone();
    }

    /** What a member bills: the number of its option, or {@link SetLaws#NOTHING}. */
    public int of(int member) {
        return choice[member];
    }
}

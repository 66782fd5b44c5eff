package health.medley.benchmarks.workload;

/** How the rows of a workload are spread. Both mixes come from one generator and one seed. */
public enum Mix {

    /** The mix the peers were measured on: six rows of ten stop at eligibility, three of ten are billed. */
    STANDARD("", 0, 1, 2, 85, 440, 500, 0),

    /**
     * The billing-heavy mix: consent and a current care plan are always there, four to twelve conditions of which eight
     * of ten are chronic, two to ten staff entries. Nearly every row reaches the end of the rules.
     */
    HEAVY(".heavy", 4, 8, 10, 100, 400, 330, 2);

    private final String suffix;
    final int fewestConditions;
    final int chronicParts;
    final int chronicOutOf;
    final int statedPercent;
    final int consentSpreadDays;
    final int planSpreadDays;
    final int fewestStaffEntries;

    Mix(
            String suffix,
            int fewestConditions,
            int chronicParts,
            int chronicOutOf,
            int statedPercent,
            int consentSpreadDays,
            int planSpreadDays,
            int fewestStaffEntries) {
        this.suffix = suffix;
        this.fewestConditions = fewestConditions;
        this.chronicParts = chronicParts;
        this.chronicOutOf = chronicOutOf;
        this.statedPercent = statedPercent;
        this.consentSpreadDays = consentSpreadDays;
        this.planSpreadDays = planSpreadDays;
        this.fewestStaffEntries = fewestStaffEntries;
    }

    /** What the names of its figures end in: nothing, or {@code .heavy}. */
    public String suffix() {
        return suffix;
    }
}

package health.medley.benchmarks.engine;

/** What is compared with what in one process. */
public enum Field {
    /** Deciding the rows as they are. */
    ROWS("rows"),
    /** Deciding facts that are counted. */
    COUNTED("counted facts"),
    /** Deciding the rows and saying why. */
    EXPLAINED("with findings");

    private final String label;

    Field(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

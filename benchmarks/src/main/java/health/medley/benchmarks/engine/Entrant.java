package health.medley.benchmarks.engine;

/** Who takes part in a run. */
public enum Entrant {
    /** The rules written by hand in Java, over the rows. */
    HAND_WRITTEN("hand-written Java"),
    /** Medley's compiled rule set over the rows, no findings. */
    MEDLEY("Medley"),
    /** Medley over counted facts, no findings. */
    MEDLEY_COUNTED("Medley, counted facts"),
    /** Medley over the rows, with the compact trace of what was checked. */
    MEDLEY_TRACED("Medley, with trace"),
    /** Medley over the rows, with findings written out in words. */
    MEDLEY_RENDERED("Medley, findings in words"),
    /** Drools as its manual teaches it, over the rows as facts. */
    DROOLS("Drools, idiomatic"),
    /** Drools over counted facts. */
    DROOLS_COUNTED("Drools, counted facts");

    private final String label;

    Entrant(String label) {
        this.label = label;
    }

    /** Name it in tables. */
    public String label() {
        return label;
    }
}

package health.medley.cli.internal.compare;

/** How much a change of rules changes for those who use them; the part of the version number that must say so. */
public enum Weight {
    /** No outcome changes. */
    PATCH("no outcome changes"),
    /** What the old rules did not know is answered: months or codes of theirs are as before. */
    MINOR("only months or codes that the old rules do not know are added"),
    /** An outcome that the old rules gave is another one now. */
    MAJOR("outcomes that the old rules gave are changed");

    private final String words;

    Weight(String words) {
        this.words = words;
    }

    /** What it means. */
    public String words() {
        return words;
    }

    Weight or(Weight other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

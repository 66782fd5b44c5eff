package health.medley.cli.internal.report;

/** Says how many there are of something, in words for people. */
public final class Counted {

    private Counted() {}

    /** {@code 1 patient}, {@code 2 patients}. */
    public static String of(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}

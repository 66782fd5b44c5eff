package health.medley.benchmarks.workload;

/**
 * Pack the answer to a row into one number, so that answers compare and add up without allocating: bit 0 eligible, bits
 * 1 and 2 the family billed (0 none, 1 staff 99490, 2 complex 99487, 3 practitioner 99491), from bit 3 the units of the
 * family's add-on code.
 */
public final class Answer {

    /** Nothing billed. */
    public static final int NONE = 0;

    /** 99490 with 99439. */
    public static final int STAFF = 1;

    /** 99487 with 99489. */
    public static final int COMPLEX = 2;

    /** 99491 with 99437. */
    public static final int PRACTITIONER = 3;

    private Answer() {}

    /** Pack an answer. */
    public static int of(boolean eligible, int family, int addOnUnits) {
        return (eligible ? 1 : 0) | family << 1 | addOnUnits << 3;
    }

    /** Add the answer to a row to the checksum of the rows before it. */
    public static long add(long checksum, int row, int answer) {
        return checksum + (long) (answer + 1) * (row % 1009 + 1);
    }
}

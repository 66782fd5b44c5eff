package health.medley.billing.internal.set;

/**
 * What a set is worth: more members billed by the family their track declares go first, then more members, then more
 * money.
 *
 * @param declared members billed by the family their declared track chooses
 * @param billed members billed
 * @param cents what they pay
 */
record Worth(int declared, int billed, long cents) implements Comparable<Worth> {
    static final Worth NOTHING = new Worth(0, 0, 0);

    Worth plus(Option option) {
        return new Worth(declared + (option.declared() ? 1 : 0), billed + 1, cents + option.cents());
    }

    Worth plus(Worth other) {
        return new Worth(declared + other.declared, billed + other.billed, cents + other.cents);
    }

    /** At least as much as both are worth in everything. */
    Worth max(Worth other) {
        return new Worth(
                Math.max(declared, other.declared), Math.max(billed, other.billed), Math.max(cents, other.cents));
    }

    @Override
    public int compareTo(Worth other) {
        int byDeclared = Integer.compare(declared, other.declared);
        int byBilled = byDeclared != 0 ? byDeclared : Integer.compare(billed, other.billed);
        return byBilled != 0 ? byBilled : Long.compare(cents, other.cents);
    }
}

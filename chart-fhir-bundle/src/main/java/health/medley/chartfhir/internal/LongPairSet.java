package health.medley.chartfhir.internal;

/** A set of pairs of longs in one array: 16 bytes a place, at most two thirds full. Not for concurrent use. */
final class LongPairSet {

    private static final int FIRST_PLACES = 1 << 6;

    private long[] table = new long[FIRST_PLACES * 2];
    private boolean hasZeros;
    private int count;

    /** Add a pair; false if it was there. */
    boolean add(long high, long low) {
        if (high == 0 && low == 0) {
            // an empty place looks the same
            boolean added = !hasZeros;
            hasZeros = true;
            return added;
        }
        int place = place(high, low);
        while (table[place] != 0 || table[place + 1] != 0) {
            if (table[place] == high && table[place + 1] == low) {
                return false;
            }
            place = place + 2 & table.length - 1;
        }
        table[place] = high;
        table[place + 1] = low;
        if (++count > table.length / 3) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0 || old[i + 1] != 0) {
                int place = place(old[i], old[i + 1]);
                while (table[place] != 0 || table[place + 1] != 0) {
                    place = place + 2 & table.length - 1;
                }
                table[place] = old[i];
                table[place + 1] = old[i + 1];
            }
        }
    }

    private int place(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 29)) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 33) * 2 & table.length - 1;
    }
}

package health.medley.chartfhir.internal;

/** Where the reading stands: a file, and in it a line or an entry of a Bundle. Moves on; kept as one packed number. */
final class Position {

    private static final long ENTRY_FLAG = 1L << 39;
    private static final long NUMBER = ENTRY_FLAG - 1;
    private static final int FILE_SHIFT = 40;

    private final ChartFile file;
    private long line;
    private long entry = -1;

    /** Stand before the first line of {@code file}. */
    Position(ChartFile file) {
        this.file = file;
    }

    ChartFile file() {
        return file;
    }

    /** The line, 1 for the first. */
    long line() {
        return line;
    }

    /** Move to a line outside of any Bundle. */
    void toLine(long newLine) {
        line = newLine;
        entry = -1;
    }

    /** Move to an entry of a Bundle, 0 for the first, that begins in {@code newLine}. */
    void toEntry(long newEntry, long newLine) {
        entry = newEntry;
        line = newLine;
    }

    /** The column of a problem here that concerns {@code field}; empty if the whole line is meant. */
    String column(String field) {
        if (entry < 0) {
            return field;
        }
        return field.isEmpty() ? entryName(entry) : entryName(entry) + "." + field;
    }

    /** File and line, or file and entry, in 64 bits; in the order of reading. */
    long packed() {
        long number = entry < 0 ? line & NUMBER : (entry & NUMBER) | ENTRY_FLAG;
        return (long) file.index() << FILE_SHIFT | number;
    }

    /** The index of a packed position's file. */
    static int fileIndex(long packed) {
        return (int) (packed >>> FILE_SHIFT);
    }

    /** The line of a packed position; 0 if it is an entry of a Bundle. */
    static long line(long packed) {
        return (packed & ENTRY_FLAG) == 0 ? packed & NUMBER : 0;
    }

    /** The column of a packed position: the entry of a Bundle, else empty. */
    static String column(long packed) {
        return (packed & ENTRY_FLAG) == 0 ? "" : entryName(packed & NUMBER);
    }

    private static String entryName(long number) {
        return "entry[" + number + "]";
    }
}

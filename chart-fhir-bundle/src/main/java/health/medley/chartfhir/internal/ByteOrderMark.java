package health.medley.chartfhir.internal;

/** Knows the marks some programs put at the beginning of a text. */
final class ByteOrderMark {

    /** Bytes of UTF-8's mark. */
    static final int UTF8_LENGTH = 3;

    private ByteOrderMark() {}

    static boolean isUtf8(byte[] bytes, int from, int to) {
        return to - from >= UTF8_LENGTH
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
    }

    static boolean isUtf16(byte[] bytes, int from, int to) {
        if (to - from < 2) {
            return false;
        }
        int first = bytes[from] & 0xFF;
        int second = bytes[from + 1] & 0xFF;
        return first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
    }
}

package health.medley.chartfhir.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells UTF-8 from bytes that are not. */
final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** The first place from {@code from} on that holds no ASCII character; {@code to} if all are. */
    static int endOfAscii(byte[] bytes, int from, int to) {
        int i = from;
        while (i <= to - Long.BYTES && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
            i += Long.BYTES;
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /** The first byte that begins no character; -1 if there is none. */
    static int firstInvalid(byte[] bytes, int from, int to) {
        int i = endOfAscii(bytes, from, to);
        while (i < to) {
            int length = length(bytes, i, to);
            if (length <= 0) {
                return i;
            }
            i = endOfAscii(bytes, i + length, to);
        }
        return -1;
    }

    /** The length in bytes of the character at a place; 0 if there is none, -1 if it may go on behind {@code to}. */
    static int length(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if (at + i >= to) {
                return -1;
            }
            int next = bytes[at + i] & 0xFF;
            if (next < lowest(lead, i) || next > highest(lead, i)) {
                return 0;
            }
        }
        return length;
    }

    // the second byte is narrower where a shorter form, a surrogate or a number over 10FFFF would be written
    private static int lowest(int lead, int i) {
        return i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    }

    private static int highest(int lead, int i) {
        return i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    }
}

package health.medley.chartfhir.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers every id of one resource type, exactly and in little memory: a UUID in 16 bytes, a short id of ASCII
 * characters likewise, only others as text. Not for concurrent use.
 */
final class SeenIds {

    private static final int UUID_LENGTH = 36;
    private static final int SHORT_LENGTH = 16;
    private static final byte[] DIGITS = new byte[128];

    static {
        Arrays.fill(DIGITS, (byte) -1);
        for (int i = 0; i < 16; i++) {
            DIGITS["0123456789abcdef".charAt(i)] = (byte) i;
        }
    }

    private final LongPairSet uuids = new LongPairSet();
    private final LongPairSet shorts = new LongPairSet();
    private final Set<String> others = new HashSet<>();

    /** Add an id, the first {@code length} characters; false if it was there. */
    boolean add(char[] id, int length) {
        if (length == UUID_LENGTH && isHyphenated(id)) {
            long first = hex(id, 0, 8);
            long second = hex(id, 9, 13);
            long third = hex(id, 14, 18);
            long fourth = hex(id, 19, 23);
            long fifth = hex(id, 24, UUID_LENGTH);
            if ((first | second | third | fourth | fifth) >= 0) {
                return uuids.add(first << 32 | second << 16 | third, fourth << 48 | fifth);
            }
        }
        if (isShort(id, length)) {
            return shorts.add(packed(id, 0, length), packed(id, SHORT_LENGTH / 2, length));
        }
        return others.add(new String(id, 0, length));
    }

    private static boolean isHyphenated(char[] id) {
        return id[8] == '-' && id[13] == '-' && id[18] == '-' && id[23] == '-';
    }

    /** The number these digits mean; negative if one is no lower-case hexadecimal digit. */
    private static long hex(char[] id, int from, int to) {
        long bits = 0;
        int wrong = 0;
        for (int i = from; i < to; i++) {
            char c = id[i];
            int digit = c < DIGITS.length ? DIGITS[c] : -1;
            wrong |= digit;
            bits = bits << 4 | digit;
        }
        return wrong < 0 ? -1 : bits;
    }

    private static boolean isShort(char[] id, int length) {
        if (length > SHORT_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            // no zero: it fills up what a shorter id leaves
            if (id[i] == 0 || id[i] > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static long packed(char[] id, int from, int length) {
        long bits = 0;
        for (int i = from; i < from + SHORT_LENGTH / 2; i++) {
            bits = bits << 8 | (i < length ? id[i] : 0);
        }
        return bits;
    }
}

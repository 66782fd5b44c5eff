package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Gives one String object for equal texts, without making one for a text it has seen. Not for concurrent use. */
final class TextPool {

    private static final int FIRST_SIZE = 1 << 10;

    private String[] table = new String[FIRST_SIZE];
    private int count;

    /** The text of the parser's current token. */
    String text(JsonParser parser) throws IOException {
        char[] chars = parser.getTextCharacters();
        return text(chars, parser.getTextOffset(), parser.getTextLength());
    }

    private String text(char[] chars, int offset, int length) {
        int slot = slot(hash(chars, offset, length));
        for (String known = table[slot]; known != null; known = table[slot]) {
            if (same(known, chars, offset, length)) {
                return known;
            }
            slot = slot + 1 & table.length - 1;
        }
        String added = new String(chars, offset, length);
        table[slot] = added;
        if (++count > table.length / 2) {
            grow();
        }
        return added;
    }

    private void grow() {
        String[] old = table;
        table = new String[old.length * 2];
        for (String text : old) {
            if (text != null) {
                int slot = slot(text.hashCode());
                while (table[slot] != null) {
                    slot = slot + 1 & table.length - 1;
                }
                table[slot] = text;
            }
        }
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) * 0x9E3779B1 >>> Integer.numberOfLeadingZeros(table.length - 1);
    }

    // the same as String.hashCode, so that growing need not compute it again; four at a time, because each step waits
    // for the one before
    private static int hash(char[] chars, int offset, int length) {
        int hash = 0;
        int i = offset;
        int end = offset + length;
        for (; i <= end - 4; i += 4) {
            hash = 923521 * hash + 29791 * chars[i] + 961 * chars[i + 1] + 31 * chars[i + 2] + chars[i + 3];
        }
        for (; i < end; i++) {
            hash = 31 * hash + chars[i];
        }
        return hash;
    }

    private static boolean same(String known, char[] chars, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != chars[offset + i]) {
                return false;
            }
        }
        return true;
    }
}

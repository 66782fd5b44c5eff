package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;

/**
 * Gives one String object for equal texts, without making one for a text it has seen. The characters are kept beside
 * it, because arrays are compared much faster. Not for concurrent use.
 */
final class TextPool {

    private static final int FIRST_SIZE = 1 << 10;

    private String[] texts = new String[FIRST_SIZE];
    private char[][] characters = new char[FIRST_SIZE][];
    private int count;

    /** The text last found for one purpose: where the same comes again and again it is found without a search. */
    static final class Latest {
        private char[] characters = new char[0];
        private String text = "";
    }

    /** The text of the parser's current token. */
    String text(JsonParser parser) throws IOException {
        char[] chars = parser.getTextCharacters();
        int slot = slot(chars, parser.getTextOffset(), parser.getTextLength());
        return texts[slot];
    }

    /** The text of the parser's current token, likely the same as the {@code latest}. */
    String text(JsonParser parser, Latest latest) throws IOException {
        char[] chars = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        int length = parser.getTextLength();
        if (!same(latest.characters, chars, offset, length)) {
            int slot = slot(chars, offset, length);
            latest.characters = characters[slot];
            latest.text = texts[slot];
        }
        return latest.text;
    }

    private int slot(char[] chars, int offset, int length) {
        int slot = slot(hash(chars, offset, length));
        while (texts[slot] != null) {
            if (same(characters[slot], chars, offset, length)) {
                return slot;
            }
            slot = slot + 1 & texts.length - 1;
        }
        if (count >= texts.length / 2) {
            grow();
            return slot(chars, offset, length);
        }
        count++;
        texts[slot] = new String(chars, offset, length);
        characters[slot] = Arrays.copyOfRange(chars, offset, offset + length);
        return slot;
    }

    private void grow() {
        String[] oldTexts = texts;
        char[][] oldCharacters = characters;
        texts = new String[oldTexts.length * 2];
        characters = new char[texts.length][];
        for (int i = 0; i < oldTexts.length; i++) {
            String text = oldTexts[i];
            if (text != null) {
                int slot = slot(text.hashCode());
                while (texts[slot] != null) {
                    slot = slot + 1 & texts.length - 1;
                }
                texts[slot] = text;
                characters[slot] = oldCharacters[i];
            }
        }
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) * 0x9E3779B1 >>> Integer.numberOfLeadingZeros(texts.length - 1);
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

    private static boolean same(char[] known, char[] chars, int offset, int length) {
        return known.length == length && Arrays.equals(known, 0, length, chars, offset, offset + length);
    }
}

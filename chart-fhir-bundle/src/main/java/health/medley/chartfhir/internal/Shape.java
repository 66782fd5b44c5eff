package health.medley.chartfhir.internal;

/** Shows what a text looks like without what it says: {@code 2O25-03-01} becomes {@code 9a99-99-99}. */
final class Shape {

    private static final int LONGEST = 40;

    private Shape() {}

    /** The shape of a text, cut after forty characters. */
    static String of(char[] chars, int offset, int length) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < Math.min(length, LONGEST); i++) {
            shape.append(of(chars[offset + i]));
        }
        return length > LONGEST ? shape.append('…').toString() : shape.toString();
    }

    private static char of(char c) {
        if (Character.isDigit(c)) {
            return '9';
        }
        if (Character.isLetter(c)) {
            return 'a';
        }
        return c < 0x20 || c > 0x7E ? '?' : c;
    }
}

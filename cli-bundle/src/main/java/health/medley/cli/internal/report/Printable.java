package health.medley.cli.internal.report;

/** Makes text from files safe to print: a control character could otherwise steer the terminal. */
public final class Printable {

    private Printable() {}

    /** The text with every control character replaced by a middle dot. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(unsafe(c) ? '·' : c));
        return safe.toString();
    }

    private static boolean unsafe(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}

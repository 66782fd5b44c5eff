package health.medley.core.store;

import java.util.regex.Pattern;

/**
 * Name a record within its practice.
 *
 * @param kind what it is: lower-case words joined by hyphens, for example {@code time-entry}; a kind that only one
 *     bundle reads begins with the bundle's name and a dot ({@code rest.token})
 * @param id its id, 1 to 100 visible ASCII characters; a new record's is time-ordered (UUIDv7) unless nature gives one
 */
public record RecordKey(String kind, String id) {

    private static final Pattern KIND = Pattern.compile("([a-z][a-z0-9]*\\.)?[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 100;

    /** Check the form of both. */
    public RecordKey {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException(
                    "Record kind \"" + kind + "\": expected lower-case words joined by hyphens");
        }
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "Id of a record of kind " + kind + ": expected 1 to 100 visible ASCII characters");
        }
    }

    /** Whether {@code text} has the form of an id: one that has not is no record's. */
    public static boolean isId(String text) {
        // by hand: every record that is read passes here
        boolean visible = !text.isEmpty() && text.length() <= LONGEST_ID;
        for (int i = 0; visible && i < text.length(); i++) {
            visible = text.charAt(i) >= '!' && text.charAt(i) <= '~';
        }
        return visible;
    }
}

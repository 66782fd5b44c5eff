package health.medley.core.time;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the words of stated time look like. Values are not repeated in messages: they may be patient data. */
final class TimeWords {

    private static final Set<String> KINDS =
            Set.of("call", "message", "referral", "prescription", "review", "transition", "care-plan", "other");
    private static final Pattern PROGRAM = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 4_000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private TimeWords() {}

    static void interval(OffsetDateTime start, OffsetDateTime end) {
        time(start);
        time(end);
        check(
                start.getNano() == 0 && end.getNano() == 0,
                "it begins or ends within a second; give whole seconds, for example 2025-03-03T10:00:00-05:00");
        check(!end.isBefore(start), "it ends before it begins; give the end after the start");
        check(
                Duration.between(start, end).compareTo(Duration.ofDays(1)) < 0,
                "it lasts a day or more; give one entry for each piece of work");
    }

    static void time(OffsetDateTime time) {
        check(
                time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR,
                "it is not between " + FIRST_YEAR + " and " + LAST_YEAR + "; check the year");
    }

    static void performer(String performer) {
        name(performer, "performer");
    }

    static void external(Optional<String> id) {
        id.ifPresent(given -> name(given, "externalId"));
    }

    static void kind(String kind) {
        check(KINDS.contains(kind), "its kind is none of " + String.join(", ", new TreeSet<>(KINDS)));
    }

    static void program(String program) {
        check(PROGRAM.matcher(program).matches(), "its program is no word of lower-case letters; give one such as ccm");
    }

    static void note(Optional<String> note) {
        Objects.requireNonNull(note, "note");
        check(
                note.orElse("").length() <= LONGEST_NOTE,
                "its note has over " + LONGEST_NOTE + " characters; shorten it");
    }

    private static void name(String value, String what) {
        check(
                !value.isBlank() && value.length() <= LONGEST_NAME,
                "its " + what + " is blank or over " + LONGEST_NAME + " characters; give 1 to " + LONGEST_NAME);
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new MedleyException(ErrorCode.ARGUMENT_INVALID, "Taking down time: " + problem);
        }
    }
}

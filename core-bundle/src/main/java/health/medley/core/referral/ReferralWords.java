package health.medley.core.referral;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What the words of a referral look like. Values are not repeated in messages: they may be patient data. */
final class ReferralWords {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 100_000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private ReferralWords() {}

    static void name(String value, String what) {
        check(
                !value.isBlank()
                        && value.length() <= LONGEST_NAME
                        && value.lines().count() == 1,
                "the " + what + " is blank, of several lines or over " + LONGEST_NAME + " characters; give one line");
    }

    static void name(Optional<String> value, String what) {
        value.ifPresent(given -> name(given, what));
    }

    static void text(String value, String what) {
        check(
                !value.isBlank() && value.length() <= LONGEST_TEXT,
                "the " + what + " is blank or over " + LONGEST_TEXT + " characters; give 1 to " + LONGEST_TEXT);
    }

    static void text(Optional<String> value, String what) {
        value.ifPresent(given -> text(given, what));
    }

    static void day(LocalDate day, String what) {
        check(
                day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR,
                "the " + what + " is not between " + FIRST_YEAR + " and " + LAST_YEAR + "; check the year");
    }

    static void time(OffsetDateTime time, String what) {
        day(time.toLocalDate(), what);
    }

    static void check(boolean holds, String problem) {
        if (!holds) {
            throw new MedleyException(ErrorCode.ARGUMENT_INVALID, "Taking down a referral: " + problem);
        }
    }
}

package health.medley.eligibility.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.practice.Practice;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from what a practice sets after how many months it wants a consent renewed; sources leave it open. */
final class RenewalPolicy {

    private static final String PARAMETERS = "enrollment";
    private static final String NAME = "consent-renewal";
    private static final Pattern MONTHS = Pattern.compile("([1-9][0-9]{0,2}) months");

    private RenewalPolicy() {}

    /** The months; empty for never. */
    static Optional<Integer> months(Practice practice) {
        return Optional.ofNullable(practice.parametersOf(PARAMETERS).get(NAME)).map(RenewalPolicy::read);
    }

    private static int read(String text) {
        Matcher matcher = MONTHS.matcher(text);
        if (!matcher.matches()) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Reading the practice's parameter " + PARAMETERS + "." + NAME + ": \"" + text
                            + "\" is no number of months; set it to 12 months, for example, or take it out");
        }
        return Integer.parseInt(matcher.group(1));
    }
}

package health.medley.record.due;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hold a deadline as data and practices write it: {@code 2 business days}, {@code 7 days}.
 *
 * @param count how many
 * @param business whether only business days count
 */
public record Within(int count, boolean business) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,3}) (business )?days?");

    /**
     * Read a deadline.
     *
     * @param text as above
     * @param what what is being read, for the message
     * @throws MedleyException {@code ARGUMENT_INVALID} if it is none
     */
    public static Within parse(String text, String what) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Reading " + what + ": \"" + text + "\" is no deadline; write, for example, 2 business days or"
                            + " 7 days");
        }
        return new Within(Integer.parseInt(matcher.group(1)), matcher.group(2) != null);
    }

    /** The last day in time, for what happened on {@code day}: the day after is the first that counts. */
    public LocalDate from(LocalDate day) {
        return business ? BusinessDays.after(day, count) : day.plusDays(count);
    }

    @Override
    public String toString() {
        return count + (business ? " business" : "") + (count == 1 ? " day" : " days");
    }
}

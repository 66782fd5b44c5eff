package health.medley.coordination.internal.practice;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.practice.Practice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hold what the record of coordination depends on in a practice. The practice sets it as parameters of
 * {@code coordination}: {@code idle-limit}, for example {@code 90 min}, and {@code late-after}, for example
 * {@code 14 days}.
 *
 * @param zone where its days begin
 * @param idleLimit how long a timer runs without a sign of its person
 * @param lateAfter how long after its end an entry is no longer fresh
 */
public record LocalPractice(ZoneId zone, Duration idleLimit, Duration lateAfter) {

    private static final String PARAMETERS = "coordination";
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,4}) (min|hours|days)");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    // clocks of those who state when something happened may be ahead of ours by this much
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    static LocalPractice of(Practice practice) {
        return new LocalPractice(
                practice.zone(), amount(practice, "idle-limit", "60 min"), amount(practice, "late-after", "7 days"));
    }

    private static Duration amount(Practice practice, String name, String otherwise) {
        String text = practice.parametersOf(PARAMETERS).getOrDefault(name, otherwise);
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Reading the practice's parameter " + PARAMETERS + "." + name + ": \"" + text
                            + "\" is no amount of time; set it to a number and min, hours or days, for example "
                            + otherwise);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "min" -> Duration.ofMinutes(number);
            case "hours" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** The day of an instant, here. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The month of an instant, here. */
    public ServiceMonth month(Instant at) {
        return new ServiceMonth(YearMonth.from(day(at)));
    }

    /** An instant as clocks show it here, without parts of a second. */
    public OffsetDateTime local(Instant at) {
        return at.atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Refuse a year in which nobody gives or plans care, before calculating with it. */
    public static void refuseFarYear(int year, String doing) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    doing + ": the year " + year + " is not between " + FIRST_YEAR + " and " + LAST_YEAR
                            + "; check the year");
        }
    }

    /** Refuse what is said to have happened after now. */
    public void refuseFuture(Instant at, Instant now, String doing) {
        if (at.isAfter(now.plus(CLOCK_SKEW))) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    doing + ": it lies in the future, now is " + local(now) + "; record it once it has happened");
        }
    }

    /** Refuse a day after today. */
    public void refuseFuture(LocalDate day, Instant now, String doing) {
        if (day.isAfter(day(now))) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    doing + ": the day lies in the future, today is " + day(now) + "; record it once it has happened");
        }
    }
}

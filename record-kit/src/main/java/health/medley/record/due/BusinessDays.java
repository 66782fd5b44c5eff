package health.medley.record.due;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows the business days of the United States: Monday to Friday except federal holidays (5 U.S.C. 6103(a); a holiday
 * on a Saturday is kept on the Friday before, 6103(b), one on a Sunday on the Monday after, Executive Order 11582).
 */
public final class BusinessDays {

    private static final int FIRST_JUNETEENTH = 2021;

    private BusinessDays() {}

    /** Whether business is done on {@code day}. */
    public static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays(day.getYear()).contains(day)
                // New Year's Day on a Saturday is kept on the last day of the year before
                && !holidays(day.getYear() + 1).contains(day);
    }

    /** The business day that is {@code count} business days after {@code day}; {@code day} itself for none. */
    public static LocalDate after(LocalDate day, int count) {
        LocalDate reached = day;
        for (int left = count; left > 0; ) {
            reached = reached.plusDays(1);
            if (isOne(reached)) {
                left--;
            }
        }
        return reached;
    }

    private static Set<LocalDate> holidays(int year) {
        Stream<LocalDate> movable = Stream.of(
                nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY),
                nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY),
                nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY),
                nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY));
        Stream<LocalDate> fixed = Stream.of(
                        LocalDate.of(year, Month.JANUARY, 1),
                        LocalDate.of(year, Month.JUNE, 19),
                        LocalDate.of(year, Month.JULY, 4),
                        LocalDate.of(year, Month.NOVEMBER, 11),
                        LocalDate.of(year, Month.DECEMBER, 25))
                .filter(day -> day.getMonth() != Month.JUNE || year >= FIRST_JUNETEENTH)
                .map(BusinessDays::kept);
        return Stream.concat(movable, fixed).collect(Collectors.toUnmodifiableSet());
    }

    private static LocalDate nth(int year, Month month, int ordinal, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
    }

    private static LocalDate kept(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }
}

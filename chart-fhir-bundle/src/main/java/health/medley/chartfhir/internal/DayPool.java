package health.medley.chartfhir.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the day of a FHIR date or dateTime: its first ten characters, whatever the time and offset behind them. A year
 * alone is its first day, a year and month the month's first day. Equal days are one object. Not for concurrent use.
 */
final class DayPool {

    private static final int DAY_LENGTH = 10;
    private static final int MONTH_LENGTH = 7;
    private static final int YEAR_LENGTH = 4;

    private static final int YEARS = 10_000;
    private static final int PLACES_A_YEAR = 12 * 31;

    // by place, because it is looked up for every date read; only years and days that occur are made
    private final @Nullable Optional<LocalDate> @Nullable [][] years = newYears();

    /** The day of a text; null if it is not a FHIR date. */
    @Nullable
    Optional<LocalDate> day(char[] chars, int offset, int length) {
        int year = number(chars, offset, length < YEAR_LENGTH ? 0 : YEAR_LENGTH);
        int month = 1;
        int day = 1;
        if (length >= DAY_LENGTH) {
            month = part(chars, offset + 4);
            day = part(chars, offset + 7);
        } else if (length == MONTH_LENGTH) {
            month = part(chars, offset + 4);
        } else if (length != YEAR_LENGTH) {
            return null;
        }
        return year < 1 || month < 1 || day < 1 ? null : day(year, month, day);
    }

    private @Nullable Optional<LocalDate> day(int year, int month, int day) {
        if (month > 12 || day > 31) {
            return null;
        }
        Optional<LocalDate>[] places = years[year];
        if (places == null) {
            places = newPlaces();
            years[year] = places;
        }
        int place = (month - 1) * 31 + day - 1;
        if (places[place] == null && day <= YearMonth.of(year, month).lengthOfMonth()) {
            places[place] = Optional.of(LocalDate.of(year, month, day));
        }
        return places[place];
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Optional<LocalDate> @Nullable [][] newYears() {
        return new Optional[YEARS][];
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Optional<LocalDate>[] newPlaces() {
        return new Optional[PLACES_A_YEAR];
    }

    /** The two digits behind a hyphen; -1 if that is not what is there. */
    private static int part(char[] chars, int offset) {
        return chars[offset] == '-' ? number(chars, offset + 1, 2) : -1;
    }

    private static int number(char[] chars, int offset, int length) {
        int number = length == 0 ? -1 : 0;
        for (int i = offset; i < offset + length; i++) {
            if (chars[i] < '0' || chars[i] > '9') {
                return -1;
            }
            number = number * 10 + (chars[i] - '0');
        }
        return number;
    }
}

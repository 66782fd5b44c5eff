package health.medley.core.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * State who answers urgent calls, week by week.
 *
 * @param name what the arrangement is called
 * @param validFrom first local day
 * @param validTo last local day; empty for until further notice
 * @param shifts who answers when; together with other rosters of the day they should cover the week
 */
public record NewRoster(String name, LocalDate validFrom, Optional<LocalDate> validTo, List<RosterShift> shifts) {
    /** Copy the list; check the words and the order of the days. */
    public NewRoster {
        CoordinationWords.name(name, "name");
        CoordinationWords.day(validFrom, "first day");
        validTo.ifPresent(last -> CoordinationWords.day(last, "last day"));
        CoordinationWords.check(
                !validTo.orElse(validFrom).isBefore(validFrom), "the roster ends before it begins; give a later day");
        shifts = List.copyOf(shifts);
    }
}

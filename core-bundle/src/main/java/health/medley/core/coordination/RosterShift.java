package health.medley.core.coordination;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Objects;

/**
 * Say who answers urgent calls in a part of every week, in the practice's local time, [from, to).
 *
 * @param fromDay day on which it begins
 * @param from time at which it begins, in whole minutes
 * @param toDay day on which it ends; a shift whose end is its beginning, or before it, goes on into the next week
 * @param to time at which it ends, in whole minutes
 * @param answerer who answers
 * @param phone where they are reached
 * @param reachesRecord whether they can open the patients' record
 */
public record RosterShift(
        DayOfWeek fromDay,
        LocalTime from,
        DayOfWeek toDay,
        LocalTime to,
        String answerer,
        String phone,
        boolean reachesRecord) {
    /** Check the words and that times are whole minutes. */
    public RosterShift {
        Objects.requireNonNull(fromDay, "fromDay");
        Objects.requireNonNull(toDay, "toDay");
        CoordinationWords.name(answerer, "answerer");
        CoordinationWords.name(phone, "phone");
        CoordinationWords.check(
                from.getSecond() == 0 && from.getNano() == 0 && to.getSecond() == 0 && to.getNano() == 0,
                "a shift begins or ends within a minute; give hours and minutes, for example 17:00");
    }
}

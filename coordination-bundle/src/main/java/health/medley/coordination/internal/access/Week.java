package health.medley.coordination.internal.access;

import health.medley.core.coordination.CoverageGap;
import health.medley.core.coordination.Roster;
import health.medley.core.coordination.RosterShift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says who answers at a moment, and finds the moments at which nobody does, by the rosters of its day. */
final class Week {

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private final List<Roster> rosters;
    private final ZoneId zone;

    Week(List<Roster> rosters, ZoneId zone) {
        this.rosters = rosters;
        this.zone = zone;
    }

    /** The shifts of a moment. */
    List<RosterShift> at(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        int minute = minute(local.getDayOfWeek(), local.toLocalTime());
        return shifts(local.toLocalDate()).stream()
                .filter(shift -> covers(shift, minute))
                .toList();
    }

    /** The gaps of a stretch of time, to the minute; walked through by instants, so that every minute is there once. */
    List<CoverageGap> gaps(Instant from, Instant to) {
        List<CoverageGap> gaps = new ArrayList<>();
        Optional<Boolean> gap = Optional.empty();
        Instant since = from;
        LocalDate day = LocalDate.MIN;
        List<RosterShift> shifts = List.of();
        for (Instant moment = from; moment.isBefore(to); moment = moment.plus(Duration.ofMinutes(1))) {
            ZonedDateTime local = moment.atZone(zone);
            if (!local.toLocalDate().equals(day)) {
                day = local.toLocalDate();
                shifts = shifts(day);
            }
            Optional<Boolean> here = gap(shifts, minute(local.getDayOfWeek(), local.toLocalTime()));
            if (!here.equals(gap)) {
                add(gaps, gap, since, moment);
                gap = here;
                since = moment;
            }
        }
        add(gaps, gap, since, to);
        return List.copyOf(gaps);
    }

    private void add(List<CoverageGap> gaps, Optional<Boolean> answered, Instant from, Instant to) {
        answered.ifPresent(somebody -> gaps.add(new CoverageGap(
                from.atZone(zone).toOffsetDateTime(), to.atZone(zone).toOffsetDateTime(), somebody)));
    }

    /** Empty for no gap; else whether somebody answers at all. */
    private static Optional<Boolean> gap(List<RosterShift> shifts, int minute) {
        boolean answered = false;
        for (RosterShift shift : shifts) {
            if (covers(shift, minute)) {
                if (shift.reachesRecord()) {
                    return Optional.empty();
                }
                answered = true;
            }
        }
        return Optional.of(answered);
    }

    private List<RosterShift> shifts(LocalDate day) {
        return rosters.stream()
                .filter(roster -> roster.validOn(day))
                .flatMap(roster -> roster.shifts().stream())
                .toList();
    }

    private static boolean covers(RosterShift shift, int minute) {
        int from = minute(shift.fromDay(), shift.from());
        int to = minute(shift.toDay(), shift.to());
        return from < to ? from <= minute && minute < to : from <= minute || minute < to;
    }

    private static int minute(DayOfWeek day, LocalTime time) {
        return (day.getValue() - 1) * MINUTES_OF_A_DAY + time.getHour() * 60 + time.getMinute();
    }
}

package health.medley.coordination.internal;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeExclusion;
import health.medley.core.time.TimeQuestion;
import health.medley.core.time.TimeRole;
import health.medley.core.time.TimeStay;
import health.medley.core.time.UncountedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A question being written by a test, of a practice in New York in March 2025 unless the test says otherwise. */
final class LedgerQuestion {
    static final String OURS = "1999999018";
    static final Caller CALLER = Caller.of("test", "p1", Role.HOST, "counting");

    ServiceMonth month = ServiceMonth.parse("2025-03");
    ZoneId zone = ZoneId.of("America/New_York");
    Optional<LocalDate> countFrom = Optional.of(LocalDate.parse("2025-01-15"));
    Optional<LocalDate> death = Optional.empty();
    Optional<LocalDate> countTo = Optional.empty();
    final List<TimeStay> stays = new ArrayList<>();
    private final List<TimeEntry> entries = new ArrayList<>();

    void staff(String id, String start, String end) {
        entries.add(entry(id, start, end, "rn-1", TimeRole.STAFF));
    }

    void practitioner(String id, String npi, String start, String end) {
        entries.add(entry(id, start, end, npi, TimeRole.PRACTITIONER));
    }

    void clerical(String id, String start, String end) {
        entries.add(entry(id, start, end, "desk-1", TimeRole.CLERICAL));
    }

    CountedTime count() {
        TimeQuestion question = new TimeQuestion(month, zone, "ccm", OURS, countFrom, death, countTo, stays, entries);
        return new IntervalTimeCounter().count(CALLER, question);
    }

    static UncountedTime uncounted(String entry, String from, String to, TimeExclusion why) {
        return new UncountedTime(entry, Instant.parse(from), Instant.parse(to), why);
    }

    private static TimeEntry entry(String id, String start, String end, String performer, TimeRole role) {
        return new TimeEntry(
                id, "p", OffsetDateTime.parse(start), OffsetDateTime.parse(end), performer, role, "call", "ccm");
    }
}

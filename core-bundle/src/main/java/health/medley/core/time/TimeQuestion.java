package health.medley.core.time;

import health.medley.core.ServiceMonth;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Ask how much time counts for one patient, program and month.
 *
 * @param month the month
 * @param zone the practice's zone, in which days and the month begin
 * @param program the program whose time counts
 * @param practitioner NPI whose practitioner time counts
 * @param countFrom local day of the consent, from whose first second time counts; empty for no consent: none counts
 * @param death local day of death, to whose end time counts; empty if alive
 * @param countTo last local day that counts after a revocation; empty to count to the month's end
 * @param stays days on which no time counts
 * @param entries the patient's entries, any month and program, in any order
 */
public record TimeQuestion(
        ServiceMonth month,
        ZoneId zone,
        String program,
        String practitioner,
        Optional<LocalDate> countFrom,
        Optional<LocalDate> death,
        Optional<LocalDate> countTo,
        List<TimeStay> stays,
        List<TimeEntry> entries) {
    /** Copy the lists. */
    public TimeQuestion {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(practitioner, "practitioner");
        Objects.requireNonNull(countFrom, "countFrom");
        Objects.requireNonNull(death, "death");
        Objects.requireNonNull(countTo, "countTo");
        stays = List.copyOf(stays);
        entries = List.copyOf(entries);
    }
}

package health.medley.core.coordination;

import health.medley.core.store.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold an arrangement of round-the-clock access. Kept as records of kind {@code roster}.
 *
 * @param id its id
 * @param version its version
 * @param name what it is called
 * @param validFrom first local day
 * @param validTo last local day; empty for until further notice
 * @param shifts who answers when
 * @param recordedAt when this version was recorded
 */
public record Roster(
        String id,
        long version,
        String name,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        List<RosterShift> shifts,
        Instant recordedAt)
        implements Recorded {
    /** Copy the list. */
    public Roster {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(validTo, "validTo");
        shifts = List.copyOf(shifts);
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** Whether it holds on a local day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo.isEmpty() || !day.isAfter(validTo.get()));
    }
}

package health.medley.prescription.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.practice.PracticeService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as the practice counts them. */
final class PracticeDays {
    private final PracticeService practices;
    private final Clock clock;

    PracticeDays(PracticeService practices, Clock clock) {
        this.practices = practices;
        this.clock = clock;
    }

    /** Now. */
    Instant now() {
        return clock.instant();
    }

    /** Today in the practice's zone. */
    LocalDate today(Caller caller) {
        ZoneId zone = practices.practice(caller).zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * Check that a day that was stated is not to come.
     *
     * @throws MedleyException {@code ARGUMENT_INVALID}
     */
    void checkNotToCome(Caller caller, String what, LocalDate day) {
        LocalDate today = today(caller);
        if (day.isAfter(today)) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    what + " on " + day + ": expected a day not after " + today + "; record it when it has come");
        }
    }
}

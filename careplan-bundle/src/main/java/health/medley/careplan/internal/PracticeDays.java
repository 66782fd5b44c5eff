package health.medley.careplan.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.practice.PracticeService;
import java.time.Clock;
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

    /** Today in the practice's zone. */
    LocalDate today(Caller caller) {
        ZoneId zone = practices.practice(caller).zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * Check that a day that was stated is not to come.
     *
     * @param latest the last day that may be stated
     * @throws MedleyException {@code ARGUMENT_INVALID}
     */
    static void checkNotAfter(String what, LocalDate day, LocalDate latest) {
        if (day.isAfter(latest)) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    what + " on " + day + ": expected a day not after " + latest + "; record it when it has come");
        }
    }
}

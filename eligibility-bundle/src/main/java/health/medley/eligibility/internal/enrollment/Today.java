package health.medley.eligibility.internal.enrollment;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.practice.Practice;
import health.medley.core.practice.PracticeService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Say when a change is made, as the practice counts days.
 *
 * @param now the moment
 * @param day the day in the practice's zone
 */
record Today(Instant now, LocalDate day) {

    /** The moment by a clock, the day in the zone of the caller's practice. */
    static Today of(Clock clock, Caller caller, PracticeService practices) {
        Practice practice = practices.practice(caller);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Today(now, now.atZone(practice.zone()).toLocalDate());
    }

    /** Check that a day is not to come; {@code what} names it in the message. */
    LocalDate notToCome(LocalDate stated, String what) {
        if (stated.isAfter(day)) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Recording " + what + " on " + stated + ": that day is to come; today is " + day
                            + " in the practice's zone. Record it when it has happened.");
        }
        return stated;
    }

    /** Check that a month has begun or is the next one. */
    ServiceMonth atMostNext(ServiceMonth stated, String what) {
        if (stated.value().isAfter(YearMonth.from(day).plusMonths(1))) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Changing " + what + " from " + stated + " on: expected this month, the next, or one before");
        }
        return stated;
    }
}

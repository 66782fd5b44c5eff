package health.medley.billing.internal.plan;

import java.time.LocalDate;
import java.util.Set;

/**
 * Say how a practice may be paid for rules to apply, and when.
 *
 * @param values the settings
 * @param from first day
 * @param to last day
 */
record DatedSettings(Set<String> values, LocalDate from, LocalDate to) {
    /** Copy the settings. */
    DatedSettings {
        values = Set.copyOf(values);
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}

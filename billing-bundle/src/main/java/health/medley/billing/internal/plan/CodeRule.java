package health.medley.billing.internal.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The rule of one code.
 *
 * @param code the code
 * @param label what it is, in our own words
 * @param family family of codes it belongs to
 * @param performedBy who performs it
 * @param from first valid day
 * @param to last valid day
 * @param addsTo the base it adds to; empty for a base
 * @param timeSlot slot of the time it counts; -1 for a code without time
 * @param timeFact name of that fact; empty for a code without time
 * @param floor seconds needed for a base, or after which an add-on begins
 * @param each seconds of each unit of an add-on; 0 for a base
 * @param below reason where the time is below the floor and nothing is billed
 * @param fallsAs reason where another family is billed because the time is below the floor
 * @param cap most units
 * @param holdBeyond whether more units wait for a person instead of being cut
 * @param capReason place of the reason for more units; {@link PlanDecision#NO_REASON} for none
 * @param clauses where its values are written
 */
public record CodeRule(
        String code,
        String label,
        String family,
        String performedBy,
        LocalDate from,
        LocalDate to,
        Optional<String> addsTo,
        int timeSlot,
        String timeFact,
        long floor,
        long each,
        int below,
        int fallsAs,
        int cap,
        boolean holdBeyond,
        int capReason,
        Clauses clauses) {

    /**
     * Where a code's values are written.
     *
     * @param valid its valid days
     * @param time its time; that of {@code valid} for a code without time
     * @param units its units
     * @param addsTo its base; that of {@code valid} for a base
     */
    public record Clauses(RuleClause valid, RuleClause time, RuleClause units, RuleClause addsTo) {}

    /** Whether it is valid on a day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}

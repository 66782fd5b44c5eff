package health.medley.eligibility.internal;

import java.util.Set;

/**
 * Hold which visits may start a program.
 *
 * @param accepted codes that may
 * @param refused codes that may not, whatever {@code accepted} says
 */
record VisitCodes(Set<String> accepted, Set<String> refused) {
    /** Copy the codes. */
    VisitCodes {
        accepted = Set.copyOf(accepted);
        refused = Set.copyOf(refused);
    }

    boolean accept(String code) {
        return accepted.contains(code) && !refused.contains(code);
    }
}

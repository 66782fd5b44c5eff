package health.medley.billing.internal.plan;

import java.time.LocalDate;
import java.util.Set;

/**
 * Codes of others that one pair edit after another sets against codes of ours on one date of service, all in one way.
 *
 * @param ours our codes
 * @param theirs the other codes
 * @param oursFirst whether ours is column 1 of the edits, so that theirs gives way
 * @param modifiable whether a modifier lets both be paid
 * @param visits whether the other codes are visits, which carry a modifier of their own
 * @param from first day of the edits
 * @param to last day of the edits
 * @param line line of the first edit
 * @param source where the edits are published
 */
record PairEdit(
        Set<String> ours,
        Set<String> theirs,
        boolean oursFirst,
        boolean modifiable,
        boolean visits,
        LocalDate from,
        LocalDate to,
        int line,
        String source) {
    /** Copy the codes. */
    PairEdit {
        ours = Set.copyOf(ours);
        theirs = Set.copyOf(theirs);
    }

    /** Whether two rows say the same about one code of ours. */
    boolean joins(PairEdit other) {
        return ours.equals(other.ours) && alike(other);
    }

    /** Whether two rows say the same, of whatever codes. */
    boolean alike(PairEdit other) {
        return oursFirst == other.oursFirst
                && modifiable == other.modifiable
                && visits == other.visits
                && from.equals(other.from)
                && to.equals(other.to);
    }

    PairEdit with(Set<String> our, Set<String> their) {
        return new PairEdit(our, their, oursFirst, modifiable, visits, from, to, line, source);
    }
}

package health.medley.billing.internal.plan;

import health.medley.core.Clause;

/**
 * Point at a clause of a rule file and the line it stands in.
 *
 * @param clause file, path, source and the day it is in force from
 * @param line line of the file, 1 for the first
 */
public record RuleClause(Clause clause, int line) {
    /** For messages: {@code codes/99490.yaml:6#time}. */
    public String place() {
        return clause.file() + ":" + line + (clause.path().isEmpty() ? "" : "#" + clause.path());
    }
}

package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import health.medley.core.Clause;
import java.time.LocalDate;
import java.util.Optional;

/** Read where a value comes from and since when: every value of a rule set says both. */
final class Citations {
    /** The days of a value that names none. */
    static final LocalDate[] ALWAYS = {LocalDate.MIN, LocalDate.MAX};

    private Citations() {}

    /** The clause a node is: its source, and the day it is in force from or was verified. */
    static RuleClause of(RuleNode node) {
        return of(node, node.find("from"));
    }

    /** The clause of a value whose first day stands apart. */
    static RuleClause of(RuleNode node, Optional<RuleNode> from) {
        String source = node.needText("source");
        Optional<RuleNode> verified = node.find("verified");
        from.ifPresent(day -> Literals.date(day.text(), day));
        verified.ifPresent(day -> Literals.date(day.text(), day));
        if (source.isBlank()) {
            node.fail("The value has no source.", "Add source: the title of the official text it comes from.");
        }
        if (from.isEmpty() && verified.isEmpty()) {
            node.fail(
                    "The value has no date.", "Add from: the first day it is in force, or verified: when it was read.");
        }
        String inForce = from.map(RuleNode::text).orElse("");
        return new RuleClause(new Clause(node.file(), node.path(), source, inForce), node.line());
    }

    /** First and last day of a value; open ends are far away. */
    static LocalDate[] days(RuleNode node) {
        LocalDate from =
                node.find("from").map(day -> Literals.date(day.text(), day)).orElse(LocalDate.MIN);
        LocalDate to =
                node.find("to").map(day -> Literals.date(day.text(), day)).orElse(LocalDate.MAX);
        if (to.isBefore(from)) {
            node.fail("The last day is before the first.", "Mend from or to.");
        }
        return new LocalDate[] {from, to};
    }
}

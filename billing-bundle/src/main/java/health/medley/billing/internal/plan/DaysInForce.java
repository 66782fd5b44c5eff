package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import health.medley.core.rules.RuleSet;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuse what is written down and yet never in force in the months of a rule set: it would mislead whoever reads it. */
final class DaysInForce {
    /** Days on which a code is valid may well lie outside the months; that is how a code of other years is refused. */
    private static final String VALID = "valid";

    private final LocalDate first;
    private final LocalDate last;

    DaysInForce(RuleSet rules) {
        this.first = rules.from().firstDay();
        this.last = rules.to().lastDay();
    }

    /** Look at every value of a file that has a source. */
    void check(RuleNode file) {
        look("", file);
    }

    private void look(String key, RuleNode node) {
        if (node.isMapping()) {
            Map<String, RuleNode> entries = node.seen();
            if (entries.containsKey("source") && !key.equals(VALID)) {
                day(entries, "from")
                        .filter(last::isBefore)
                        .ifPresent(day -> fail(entries.get("from"), "begins after the months the rules cover"));
                day(entries, "to")
                        .filter(first::isAfter)
                        .ifPresent(day -> fail(entries.get("to"), "ends before the months the rules cover"));
            }
            entries.forEach(this::look);
            return;
        }
        List<RuleNode> items = node.items();
        if (items.size() != 1 || items.get(0) != node) {
            items.forEach(item -> look(key, item));
        }
    }

    private static Optional<LocalDate> day(Map<String, RuleNode> entries, String key) {
        RuleNode node = entries.get(key);
        if (node == null || node.isMapping()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(node.text()));
        } catch (DateTimeParseException e) {
            // whoever reads the value says so
            return Optional.empty();
        }
    }

    private static void fail(RuleNode day, String why) {
        day.fail("This is never in force: it " + why + ".", "Mend the day, or leave the value out.");
    }
}

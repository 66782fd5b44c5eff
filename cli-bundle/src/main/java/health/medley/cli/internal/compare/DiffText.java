package health.medley.cli.internal.compare;

import health.medley.cli.internal.report.Counted;
import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.report.Printable;
import health.medley.cli.internal.report.TextTable;
import health.medley.core.rules.RuleRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Says what two rule sets see differently: each outcome, sums in number and money, and what the version must say. */
public final class DiffText {

    private static final int SHOWN = 40;
    private static final int SHORT_HASH = 12;

    private static final class Sum {
        private long number;
        private BigDecimal before = BigDecimal.ZERO.setScale(2);
        private BigDecimal after = BigDecimal.ZERO.setScale(2);

        void add(Change change) {
            number++;
            before = before.add(change.amountBefore().dollars());
            after = after.add(change.amountAfter().dollars());
        }

        String difference() {
            BigDecimal difference = after.subtract(before);
            return (difference.signum() > 0 ? "+" : "") + difference.toPlainString();
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("changed", number);
            json.put("amount_before", before.toPlainString());
            json.put("amount_after", after.toPlainString());
            json.put("difference", difference());
            return json;
        }
    }

    private DiffText() {}

    /** The difference in lines for people; the judgement of the version is the last. */
    public static List<String> lines(RuleDiff diff) {
        List<String> lines = new ArrayList<>();
        lines.add("Before: " + named(diff.before().ref()) + ". After: "
                + named(diff.after().ref()) + ".");
        diff.questions().forEach(question -> lines.add("Asked: " + question + "."));
        if (!diff.changes().isEmpty()) {
            lines.add("");
            lines.addAll(changes(diff.changes()));
            lines.add("");
            lines.addAll(sums("Reason before -> after", diff, Change::reasons));
            lines.add("");
            lines.addAll(sums("Clause that made it", diff, Change::clause));
            lines.add("");
        }
        Sum all = new Sum();
        diff.changes().forEach(all::add);
        lines.add(
                all.number == 0
                        ? "Changed: none of " + Counted.of(diff.compared(), "outcome") + "."
                        : "Changed: " + all.number + " of " + Counted.of(diff.compared(), "outcome") + "; $"
                                + all.before.toPlainString() + " before, $" + all.after.toPlainString() + " after, "
                                + all.difference() + ".");
        lines.add(diff.claim().sentence());
        return lines.stream().map(Printable::of).toList();
    }

    private static String named(RuleRef ref) {
        return ref + " (content " + ref.sha256().substring(0, SHORT_HASH) + ")";
    }

    private static List<String> changes(List<Change> changes) {
        TextTable table = new TextTable(List.of(
                TextTable.text("Case or patient", 36),
                TextTable.text("Month", 7),
                TextTable.text("Before", 26),
                TextTable.text("After", 26),
                TextTable.text("Clause", 22)));
        changes.stream()
                .limit(SHOWN)
                .forEach(change -> table.row(
                        change.id(), change.month(), change.wordsBefore(), change.wordsAfter(), change.clause()));
        List<String> lines = new ArrayList<>(table.lines());
        if (changes.size() > SHOWN) {
            lines.add("... and " + (changes.size() - SHOWN) + " more: --out FILE writes all, --json prints all.");
        }
        return lines;
    }

    private static List<String> sums(String title, RuleDiff diff, Function<Change, String> key) {
        TextTable table = new TextTable(List.of(
                TextTable.text(title, 62),
                TextTable.number("Number", 8),
                TextTable.number("Before", 12),
                TextTable.number("After", 12),
                TextTable.number("Difference", 12)));
        sums(diff, key)
                .forEach((name, sum) -> table.row(
                        name.isEmpty() ? "none that can be named" : name,
                        Long.toString(sum.number),
                        sum.before.toPlainString(),
                        sum.after.toPlainString(),
                        sum.difference()));
        return table.lines();
    }

    private static Map<String, Sum> sums(RuleDiff diff, Function<Change, String> key) {
        Map<String, Sum> sums = new TreeMap<>();
        diff.changes().forEach(change -> sums.computeIfAbsent(key.apply(change), name -> new Sum())
                .add(change));
        return sums;
    }

    /** The difference as a JSON object. */
    public static Map<String, Object> json(RuleDiff diff) {
        Sum all = new Sum();
        diff.changes().forEach(all::add);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("before", Json.of(diff.before().ref()));
        json.put("after", Json.of(diff.after().ref()));
        json.put("asked", diff.questions());
        json.put("compared", diff.compared());
        json.put("total", all.json());
        json.put("by_reason", json(sums(diff, Change::reasons)));
        json.put("by_clause", json(sums(diff, Change::clause)));
        json.put("changes", diff.changes().stream().map(Change::json).toList());
        json.put("version", diff.claim().json());
        return json;
    }

    private static Map<String, Object> json(Map<String, Sum> sums) {
        Map<String, Object> json = new LinkedHashMap<>();
        sums.forEach((name, sum) -> json.put(name, sum.json()));
        return json;
    }
}

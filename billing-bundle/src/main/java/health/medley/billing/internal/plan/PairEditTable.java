package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;

/** Read {@code ncci.csv}: one pair edit a row, joined where rows say the same. */
final class PairEditTable {
    private static final String FILE = RuleFiles.PAIR_EDITS;
    private static final List<String> COLUMNS =
            List.of("column1", "column2", "modifier_indicator", "effective_from", "effective_to", "source");
    private static final String CODE = "[0-9A-Z]\\d{3}[0-9A-Z]";

    private final RuleProblems problems;
    private final Set<String> own;
    private final Set<String> visits;

    PairEditTable(RuleProblems problems, Set<String> own, Set<String> visits) {
        this.problems = problems;
        this.own = own;
        this.visits = visits;
    }

    List<PairEdit> read(String text) {
        CsvTable table = CsvTable.read(FILE, text, problems);
        if (!table.header().equals(COLUMNS)) {
            fail(1, "", String.join(",", table.header()), "These are not the columns.", "Write " + COLUMNS + ".");
            return List.of();
        }
        List<PairEdit> edits = new ArrayList<>();
        table.rows().forEach(row -> edit(row).ifPresent(edits::add));
        List<PairEdit> byOurs =
                join(edits, PairEdit::joins, (one, two) -> one.with(one.ours(), union(one.theirs(), two.theirs())));
        return join(
                byOurs,
                (one, two) -> one.alike(two) && one.theirs().equals(two.theirs()),
                (one, two) -> one.with(union(one.ours(), two.ours()), one.theirs()));
    }

    private static List<PairEdit> join(
            List<PairEdit> edits, BiPredicate<PairEdit, PairEdit> same, BinaryOperator<PairEdit> joined) {
        List<PairEdit> found = new ArrayList<>();
        for (PairEdit edit : edits) {
            int at = 0;
            while (at < found.size() && !same.test(found.get(at), edit)) {
                at++;
            }
            if (at < found.size()) {
                found.set(at, joined.apply(found.get(at), edit));
            } else {
                found.add(edit);
            }
        }
        return found;
    }

    private static Set<String> union(Set<String> one, Set<String> two) {
        Set<String> both = new HashSet<>(one);
        both.addAll(two);
        return both;
    }

    private Optional<PairEdit> edit(CsvTable.Row row) {
        String first = row.text("column1");
        String second = row.text("column2");
        String indicator = row.text("modifier_indicator");
        boolean readable = codes(row, first, second);
        if (!Set.of("0", "1", "9").contains(indicator)) {
            fail(row.line(), "modifier_indicator", indicator, "There is no such indicator.", "Write 0, 1 or 9.");
            readable = false;
        }
        if (row.text("source").isEmpty()) {
            fail(row.line(), "source", first, "The row has no source.", "Name the official table.");
        }
        Optional<LocalDate[]> days = days(row);
        // indicator 9: the edit was taken back from its first day on
        if (!readable || days.isEmpty() || indicator.equals("9")) {
            return Optional.empty();
        }
        boolean oursFirst = own.contains(first);
        String theirs = oursFirst ? second : first;
        return Optional.of(new PairEdit(
                Set.of(oursFirst ? first : second),
                Set.of(theirs),
                oursFirst,
                indicator.equals("1"),
                visits.contains(theirs),
                days.get()[0],
                days.get()[1],
                row.line(),
                row.text("source")));
    }

    private boolean codes(CsvTable.Row row, String first, String second) {
        for (String code : List.of(first, second)) {
            if (!code.matches(CODE)) {
                fail(row.line(), "", code, "This is not a code.", "Write five characters.");
                return false;
            }
        }
        if (own.contains(first) == own.contains(second)) {
            boolean both = own.contains(first);
            fail(
                    row.line(),
                    "",
                    first + "," + second,
                    both ? "Both codes are of this rule set." : "Neither code is of this rule set.",
                    both ? "Say it under one-family in conflicts.yaml." : "Drop the row, or add the code's file.");
            return false;
        }
        return true;
    }

    private Optional<LocalDate[]> days(CsvTable.Row row) {
        try {
            String last = row.text("effective_to");
            LocalDate to = last.isEmpty() ? LocalDate.MAX : LocalDate.parse(last);
            LocalDate from = LocalDate.parse(row.text("effective_from"));
            if (to.isBefore(from)) {
                fail(row.line(), "effective_to", last, "The last day is before the first.", "Mend one of the two.");
            }
            return Optional.of(new LocalDate[] {from, to});
        } catch (DateTimeException e) {
            fail(
                    row.line(),
                    "effective_from",
                    row.text("effective_from") + "," + row.text("effective_to"),
                    "These are not two days.",
                    "Write YYYY-MM-DD; leave effective_to empty for an edit that still holds.");
            return Optional.empty();
        }
    }

    private void fail(int line, String column, String value, String problem, String remedy) {
        problems.add(FILE, line, column, value, problem, remedy);
    }
}

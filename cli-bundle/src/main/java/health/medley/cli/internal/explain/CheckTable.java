package health.medley.cli.internal.explain;

import health.medley.cli.internal.report.TextTable;
import health.medley.core.Clause;
import health.medley.core.Finding;
import java.util.List;
import java.util.Locale;

/** Lays out findings as a table: what was checked, what came out, on which facts, by which clause. */
final class CheckTable {

    private static final int RESULT = 7;
    private static final int CHECKED = 40;
    private static final int FACTS = 26;
    private static final int CLAUSE = 41;

    private CheckTable() {}

    static List<String> of(List<Finding> findings) {
        TextTable table = new TextTable(List.of(
                TextTable.text("Result", RESULT),
                TextTable.text("What was checked", CHECKED),
                TextTable.text("Facts", FACTS),
                TextTable.text("Clause, source, in force since", CLAUSE)));
        for (Finding finding : findings) {
            table.row(
                    result(finding),
                    finding.sentence(),
                    FactWords.of(finding.facts()),
                    finding.clause().map(CheckTable::clause).orElse("the platform itself"));
        }
        return table.lines();
    }

    private static String result(Finding finding) {
        return switch (finding.outcome()) {
            case FAILED -> "NOT met";
            case HOLD -> "HOLD";
            default -> finding.outcome().name().toLowerCase(Locale.ROOT);
        };
    }

    /** File and path, the source's title, and since when. */
    static String clause(Clause clause) {
        return clause.file() + (clause.path().isEmpty() ? "" : " " + clause.path()) + "; " + clause.source()
                + (clause.inForce().isEmpty() ? "" : "; since " + clause.inForce());
    }
}

package health.medley.cli.internal.month;

import health.medley.cli.internal.report.Counted;
import health.medley.cli.internal.report.Printable;
import health.medley.cli.internal.report.Summary;
import health.medley.cli.internal.report.TextTable;
import health.medley.core.Money;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says how a month went, in lines for people. */
public final class MonthText {

    private MonthText() {}

    /** Counts by status and reason, totals, what was read and what was not. */
    public static List<String> totals(ServiceMonth month, MonthResult result) {
        Summary summary = result.summary();
        List<String> lines = new ArrayList<>();
        lines.add(Printable.of(result.practice().name()) + ", service month " + month);
        lines.add("");
        TextTable table = new TextTable(List.of(
                TextTable.text("Status", 8),
                TextTable.text("Reason", 40),
                TextTable.number("Months", 9),
                TextTable.number("Amount", 14)));
        Money all = Money.ZERO;
        for (Map.Entry<Status, Summary.Count> status : summary.byStatus().entrySet()) {
            Summary.Count count = status.getValue();
            all = all.plus(count.amount());
            if (count.months() > 0 || status.getKey() != Status.UNKNOWN) {
                table.row(
                        status.getKey().name(),
                        "",
                        Long.toString(count.months()),
                        count.amount().toString());
                reasons(table, summary, status.getKey());
            }
        }
        table.row("all", "", Long.toString(summary.total()), all.toString());
        lines.addAll(table.lines());
        lines.add("");
        lines.add("Units billed: " + units(summary) + ".");
        lines.add("Not enrolled: " + Counted.of(summary.worklist(), "row") + " of patient and program, "
                + summary.eligible() + " of them eligible.");
        lines.add("Read: " + Counted.of(result.chart().patients(), "patient") + " in the chart, "
                + result.read().entries() + " time entries; "
                + (result.rejects().isEmpty()
                        ? "nothing was left out."
                        : leftOut(result.rejects().total())));
        return lines;
    }

    /** Where the results are. */
    public static List<String> files(Path out) {
        return List.of(
                "",
                "Results in " + out + ":",
                "  determinations.csv     one row for each enrollment",
                "  determinations.ndjson  the same with every finding, fact and clause",
                "  worklist.csv           who is not enrolled, who could be, and what is missing",
                "  rejects.csv            what could not be read, with file, line, column and remedy",
                "  summary.json           counts and totals; timing.json: seconds by stage");
    }

    private static void reasons(TextTable table, Summary summary, Status status) {
        String prefix = status.name() + " ";
        summary.byReason().forEach((key, count) -> {
            if (key.startsWith(prefix)) {
                table.row("", key.substring(prefix.length()), Long.toString(count), "");
            }
        });
    }

    private static String leftOut(long problems) {
        return Counted.of(problems, "problem") + "; what they concern is left out, see rejects.csv.";
    }

    private static String units(Summary summary) {
        return summary.units().isEmpty()
                ? "none"
                : summary.units().entrySet().stream()
                        .map(code -> code.getKey() + " x " + code.getValue())
                        .collect(Collectors.joining(", "));
    }
}

package health.medley.cli.internal.report;

import health.medley.core.InputProblem;
import java.util.List;

/** Names the columns of {@code rejects.csv} and makes its rows: what could not be read, and how to mend it. */
public final class RejectsCsv {

    /** The file's name. */
    public static final String FILE = "rejects.csv";
    /** The file's columns. */
    public static final List<String> COLUMNS = List.of("file", "line", "column", "value", "problem", "remedy");

    private RejectsCsv() {}

    /** The row of a problem; the line is empty where the whole file is meant. */
    public static List<String> row(InputProblem problem) {
        return List.of(
                problem.file(),
                problem.line() == 0 ? "" : Long.toString(problem.line()),
                problem.column(),
                problem.value(),
                problem.problem(),
                problem.remedy());
    }
}

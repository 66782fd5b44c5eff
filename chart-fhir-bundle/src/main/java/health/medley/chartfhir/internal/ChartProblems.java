package health.medley.chartfhir.internal;

import health.medley.core.InputProblem;
import java.util.function.Consumer;

/** Hands problems on, at most a thousand of each file; of the rest the number. */
final class ChartProblems {

    /** Problems of one file told one by one. */
    static final int TOLD_PER_FILE = 1_000;

    private final Consumer<InputProblem> out;
    private long count;

    ChartProblems(Consumer<InputProblem> out) {
        this.out = out;
    }

    /** Report a problem of a line, an entry or one of their fields; {@code field} empty for the whole. */
    void report(Position at, String field, String value, String problem, String remedy) {
        report(new InputProblem(at.file().name(), at.line(), at.column(field), value, problem, remedy));
    }

    /** Report a problem of a file as a whole. */
    void report(ChartFile file, String value, String problem, String remedy) {
        report(new InputProblem(file.name(), 0, "", value, problem, remedy));
    }

    private void report(InputProblem problem) {
        if (++count <= TOLD_PER_FILE) {
            out.accept(problem);
        }
    }

    /** How many problems the file has until now, told or not. */
    long count() {
        return count;
    }

    /** End a file: say how many of its problems were not told. */
    void endOf(ChartFile file) {
        if (count > TOLD_PER_FILE) {
            out.accept(new InputProblem(
                    file.name(),
                    0,
                    "",
                    "",
                    "And " + (count - TOLD_PER_FILE) + " more problems in this file.",
                    "Mend those listed first; the others are often of the same kind."));
        }
        count = 0;
    }
}

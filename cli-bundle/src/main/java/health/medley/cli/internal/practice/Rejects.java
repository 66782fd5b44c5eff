package health.medley.cli.internal.practice;

import health.medley.core.InputProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what could not be read. Counts everything and lists so much that a broken file cannot fill the memory. */
public final class Rejects {

    /** How many problems are listed one by one; more are only counted. */
    static final int LISTED = 100_000;

    private static final Comparator<InputProblem> BY_PLACE = Comparator.comparing(InputProblem::file)
            .thenComparingLong(InputProblem::line)
            .thenComparing(InputProblem::column)
            .thenComparing(InputProblem::value)
            .thenComparing(InputProblem::problem);

    private final List<InputProblem> listed = new ArrayList<>();
    private final Map<String, Long> byFile = new TreeMap<>();
    private long total;

    /** Take note of a problem. */
    public void add(InputProblem problem) {
        total++;
        byFile.merge(problem.file(), 1L, Long::sum);
        if (listed.size() < LISTED) {
            listed.add(problem);
        }
    }

    /** Whether everything could be read. */
    public boolean isEmpty() {
        return total == 0;
    }

    /** How many problems there are. */
    public long total() {
        return total;
    }

    /** How many problems each file has. */
    public Map<String, Long> byFile() {
        return Map.copyOf(byFile);
    }

    /** The problems by file, line and column; where there are very many, the last says how many are not listed. */
    public List<InputProblem> inOrder() {
        List<InputProblem> ordered = new ArrayList<>(listed);
        ordered.sort(BY_PLACE);
        if (total > listed.size()) {
            ordered.add(new InputProblem(
                    "rejects.csv",
                    0,
                    "",
                    Long.toString(total - listed.size()),
                    "So many more problems were found and are not listed.",
                    "Mend the listed ones and run again."));
        }
        return List.copyOf(ordered);
    }
}

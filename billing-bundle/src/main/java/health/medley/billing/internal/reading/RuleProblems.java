package health.medley.billing.internal.reading;

import health.medley.core.InputProblem;
import java.util.ArrayList;
import java.util.List;

/** Collect what is wrong with the files of a rule set, so that an analyst sees all of it at once. */
public final class RuleProblems {
    private final List<InputProblem> found = new ArrayList<>();

    /** Note a mistake at a place of a file; {@code column} is a position or a column's name. */
    public void add(String file, long line, String column, String value, String problem, String remedy) {
        InputProblem mistake = new InputProblem(file, line, column, value, problem, remedy);
        // what several services share is read once for each of them; a mistake in it is one mistake
        if (!found.contains(mistake)) {
            found.add(mistake);
        }
    }

    /** Note mistakes found elsewhere. */
    public void addAll(List<InputProblem> problems) {
        found.addAll(problems);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What is wrong, in the order found. */
    public List<InputProblem> all() {
        return List.copyOf(found);
    }
}

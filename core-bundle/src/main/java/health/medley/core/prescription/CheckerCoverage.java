package health.medley.core.prescription;

import java.util.List;
import java.util.Objects;

/**
 * Say of how much of a list a checker knows anything.
 *
 * @param checker id of the checker
 * @param data name and version of its data
 * @param asked how many medications it was asked about
 * @param unknown names of those its data does not know
 * @param statement in plain words what the data covers and what not
 */
public record CheckerCoverage(String checker, String data, int asked, List<String> unknown, String statement) {
    /** Copy the names. */
    public CheckerCoverage {
        Objects.requireNonNull(checker, "checker");
        Objects.requireNonNull(data, "data");
        unknown = List.copyOf(unknown);
        Objects.requireNonNull(statement, "statement");
    }
}

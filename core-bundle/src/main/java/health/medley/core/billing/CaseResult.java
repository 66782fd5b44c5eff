package health.medley.core.billing;

import health.medley.core.InputProblem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold the answer to one case.
 *
 * @param line line of the row
 * @param id the case's id
 * @param verdict how it compares with what the case expects
 * @param determination the answer; empty if the row could not be read
 * @param unusedFacts names of facts of the row that the rules did not use
 * @param problems what could not be read
 */
public record CaseResult(
        long line,
        String id,
        CaseVerdict verdict,
        Optional<Determination> determination,
        List<String> unusedFacts,
        List<InputProblem> problems) {
    /** Copy the lists. */
    public CaseResult {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(determination, "determination");
        unusedFacts = List.copyOf(unusedFacts);
        problems = List.copyOf(problems);
    }
}

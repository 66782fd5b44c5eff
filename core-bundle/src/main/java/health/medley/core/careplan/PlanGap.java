package health.medley.core.careplan;

import java.util.Objects;

/**
 * Say what a draft lacks before it may be approved.
 *
 * @param element of which element
 * @param problem what is missing, without patient data
 */
public record PlanGap(PlanElement element, String problem) {
    /** Check that no part is null. */
    public PlanGap {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(problem, "problem");
    }
}

package health.medley.careplan.internal;

import health.medley.core.careplan.PlanElement;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a finding of the chart that is no chronic disease says to a plan.
 *
 * @param code the finding's code
 * @param system short word of its code system
 * @param element the element it belongs to
 * @param text the sentence
 */
record ChartFinding(String code, String system, PlanElement element, String text) {
    ChartFinding {
        Objects.requireNonNull(element, "element");
        if (code.isBlank() || text.isBlank() || !CodeSystems.known(Set.of(system))) {
            throw new IllegalArgumentException("A finding needs a code, a known system and a text");
        }
    }

    /** The file of findings. */
    record Table(String version, List<ChartFinding> findings) {
        Table {
            Objects.requireNonNull(version, "version");
            findings = List.copyOf(findings);
        }
    }
}

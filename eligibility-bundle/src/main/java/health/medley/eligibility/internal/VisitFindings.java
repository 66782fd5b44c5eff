package health.medley.eligibility.internal;

import health.medley.core.Finding;
import health.medley.core.eligibility.VisitStanding;
import java.util.List;
import java.util.Objects;

/**
 * Hold how the initiating visit stands and what was found about it.
 *
 * @param standing how it stands
 * @param findings what was found, in the order checked
 */
record VisitFindings(VisitStanding standing, List<Finding> findings) {
    /** Copy the findings. */
    VisitFindings {
        Objects.requireNonNull(standing, "standing");
        findings = List.copyOf(findings);
    }
}

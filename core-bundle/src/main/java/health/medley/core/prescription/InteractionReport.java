package health.medley.core.prescription;

import java.util.List;
import java.util.Objects;

/**
 * Say what a checker found and what its data covers.
 *
 * @param findings what was found
 * @param unknown those medications asked about of which the data knows nothing: no word about them is no word of safety
 * @param data name and version of the data
 * @param coverage in plain words what the data covers and what not
 */
public record InteractionReport(
        List<InteractionFinding> findings, List<MedicationCode> unknown, String data, String coverage) {
    /** Copy the lists. */
    public InteractionReport {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(coverage, "coverage");
    }
}

package health.medley.core.chart;

import health.medley.core.InputProblem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Say what came of a delivery.
 *
 * @param delivery what the delivery is called
 * @param bytes bytes read, unpacked
 * @param read resources read, by FHIR resource type
 * @param skipped resources passed over because nobody needs them, by FHIR resource type
 * @param patientsAdded charts that were not there before
 * @param patientsChanged charts that were there and say something else now
 * @param patientsUnchanged charts that were delivered and say what they said before
 * @param waiting resources kept until the Patient they refer to is delivered, all deliveries together
 * @param problems what could not be read, at most a thousand one by one and then one that says how many more; the
 *     good resources around are kept
 * @param problemCount how many problems there were
 */
public record ImportReport(
        String delivery,
        long bytes,
        Map<String, Long> read,
        Map<String, Long> skipped,
        long patientsAdded,
        long patientsChanged,
        long patientsUnchanged,
        long waiting,
        List<InputProblem> problems,
        long problemCount) {
    /** Copy the collections, the maps ordered by type. */
    public ImportReport {
        Objects.requireNonNull(delivery, "delivery");
        read = Collections.unmodifiableMap(new TreeMap<>(read));
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
        problems = List.copyOf(problems);
    }
}

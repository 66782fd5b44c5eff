package health.medley.cli.internal.report;

import health.medley.core.eligibility.Disease;
import health.medley.core.eligibility.EligibilityDecision;
import java.util.List;
import java.util.stream.Collectors;

/** Names the columns of {@code worklist.csv} and makes its rows: who could be enrolled, and what is missing. */
public final class WorklistCsv {

    /** The file's name. */
    public static final String FILE = "worklist.csv";
    /** The file's columns. */
    public static final List<String> COLUMNS =
            List.of("patient", "program", "eligible", "diseases", "conditions", "missing");

    private WorklistCsv() {}

    /** The row of a patient who is not enrolled in {@code program}. */
    public static List<String> row(String patient, String program, EligibilityDecision decision) {
        return List.of(
                patient,
                program,
                decision.eligible() ? "Y" : "N",
                Integer.toString(decision.diseases().size()),
                decision.diseases().stream().map(Disease::name).collect(Collectors.joining(";")),
                String.join(";", decision.missing()));
    }
}

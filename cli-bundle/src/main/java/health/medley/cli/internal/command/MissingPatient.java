package health.medley.cli.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Helps a person whose patient id nobody knows. */
final class MissingPatient {

    private static final int SHOWN = 3;
    private static final int ENOUGH = 4;

    private MissingPatient() {}

    /** Say that the patient is not enrolled, and which ids come near. */
    static String sentence(String patient, Set<String> enrolled) {
        String wanted = patient.toLowerCase(Locale.ROOT);
        String beginning = wanted.substring(0, Math.min(ENOUGH, wanted.length()));
        List<String> near = enrolled.stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).startsWith(beginning))
                .sorted()
                .limit(SHOWN)
                .toList();
        String remedy = near.isEmpty()
                ? "Write the id of the column patient of that file; there are " + enrolled.size() + " of them."
                : "Did you mean " + String.join(", ", near) + "?";
        return "The patient " + patient + " has no enrollment in enrollments.csv, so there is nothing to decide. "
                + remedy + " Who could be enrolled stands in worklist.csv, which medley run writes.";
    }
}

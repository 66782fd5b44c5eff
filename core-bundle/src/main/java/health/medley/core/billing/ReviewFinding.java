package health.medley.core.billing;

import health.medley.core.PatientRef;
import java.util.List;
import java.util.Objects;

/**
 * Say what somebody should look at before a month is closed.
 *
 * @param check what was looked for
 * @param sentence what was found, one plain sentence without patient data
 * @param patients whose months it concerns; at most {@value #MOST}, the first by their references
 * @param records ids of the records it rests on (entries, enrollments, plans); at most {@value #MOST}
 * @param remedy what to do, as a sentence
 */
public record ReviewFinding(
        ReviewCheck check, String sentence, List<PatientRef> patients, List<String> records, String remedy) {

    /** How many references and ids a finding lists. */
    public static final int MOST = 100;

    /** Copy the lists, as far as they may go. */
    public ReviewFinding {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(sentence, "sentence");
        patients = List.copyOf(patients.subList(0, Math.min(MOST, patients.size())));
        records = List.copyOf(records.subList(0, Math.min(MOST, records.size())));
        Objects.requireNonNull(remedy, "remedy");
    }
}

package health.medley.billing.internal.month;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.KeptDetermination;
import health.medley.core.eligibility.EnrolledProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Goes through the patients of a month that was closed before: who is enrolled, and who was when it was closed. */
final class MonthPatients {
    // greater than every character of an id
    private static final String BEHIND = "~";

    private final EnrolledPatients enrolled;
    private final MonthRecords records;
    private final Caller caller;
    private final ServiceMonth month;

    MonthPatients(EnrolledPatients enrolled, MonthRecords records, Caller caller, ServiceMonth month) {
        this.enrolled = enrolled;
        this.records = records;
        this.caller = caller;
        this.month = month;
    }

    /** The next patients after one, with their enrollments; without any for those who are enrolled no more. */
    Map<PatientRef, List<EnrolledProgram>> next(Optional<PatientRef> after, int most) {
        Map<PatientRef, List<EnrolledProgram>> now = enrolled.next(after, most);
        TreeSet<PatientRef> patients = new TreeSet<>(now.keySet());
        List<PatientRef> before = determined(after, most);
        patients.addAll(before);
        if (now.size() == most) {
            // whoever is behind the last one read may be enrolled without having been read
            patients = new TreeSet<>(patients.headSet(last(now.keySet().stream().toList()), true));
        }
        if (before.size() == most) {
            patients = new TreeSet<>(patients.headSet(last(before), true));
        }
        return patients.stream()
                .limit(most)
                .collect(Collectors.toMap(
                        patient -> patient,
                        patient -> now.getOrDefault(patient, List.of()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static PatientRef last(List<PatientRef> patients) {
        return patients.get(patients.size() - 1);
    }

    /** Whose the next determinations are; a patient with several is there several times. */
    private List<PatientRef> determined(Optional<PatientRef> after, int most) {
        Optional<String> begin = after.map(patient -> MonthRecords.id(month, patient) + BEHIND);
        return records
                .determinations()
                .list(caller, records.determinations().query().month(month).page(begin, most))
                .stream()
                .map(KeptDetermination::patient)
                .toList();
    }
}

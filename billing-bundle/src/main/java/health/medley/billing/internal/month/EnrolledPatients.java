package health.medley.billing.internal.month;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentQuery;
import health.medley.core.eligibility.EnrollmentReader;
import health.medley.core.eligibility.EnrollmentService;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads who is enrolled in a month, patient by patient in the order of their references. */
final class EnrolledPatients {
    /** Programs go first in the order their enrollments began. */
    private static final Comparator<EnrolledProgram> ORDER =
            Comparator.comparing(EnrolledProgram::from).thenComparing(EnrolledProgram::id);

    private static final String ENROLLMENT = "enrollment";

    private final EnrollmentService enrollments;
    private final Caller caller;
    private final EnrollmentQuery all;

    EnrolledPatients(EnrollmentService enrollments, Caller caller, ServiceMonth month) {
        this.enrollments = enrollments;
        this.caller = caller;
        this.all = EnrollmentQuery.of(month);
    }

    /**
     * About how many patients there are, for whoever waits: those of whom the store keeps an enrollment, whichever its
     * months, for reading what each says takes a tenth of the whole closing. Exact where enrollments are kept elsewhere.
     */
    int count(RecordStore store) {
        int kept = store.read(caller, RecordQuery.of(ENROLLMENT), new Kept());
        return kept > 0 ? kept : enrollments.read(caller, all, new Counting());
    }

    /** The next patients after one, at most so many, with their enrollments. */
    Map<PatientRef, List<EnrolledProgram>> next(Optional<PatientRef> after, int most) {
        return enrollments.read(caller, after.map(all::afterPatient).orElse(all), new Gathering(most));
    }

    /** The enrollments of these patients; a patient who is not enrolled is not in it. */
    Map<PatientRef, List<EnrolledProgram>> of(Set<PatientRef> patients) {
        return patients.isEmpty()
                ? Map.of()
                : enrollments.read(caller, all.of(patients), new Gathering(patients.size()));
    }

    private static final class Kept implements RecordReader<Integer> {
        private @Nullable PatientRef last;
        private int count;

        @Override
        public boolean take(StoredRecord found) {
            PatientRef patient = found.patient().orElse(null);
            if (patient != null && !patient.equals(last)) {
                last = patient;
                count++;
            }
            return true;
        }

        @Override
        public Integer result() {
            return count;
        }
    }

    private static final class Counting implements EnrollmentReader<Integer> {
        private @Nullable PatientRef last;
        private int count;

        @Override
        public boolean take(EnrolledProgram enrollment) {
            if (!enrollment.patient().equals(last)) {
                last = enrollment.patient();
                count++;
            }
            return true;
        }

        @Override
        public Integer result() {
            return count;
        }
    }

    private static final class Gathering implements EnrollmentReader<Map<PatientRef, List<EnrolledProgram>>> {
        private final Map<PatientRef, List<EnrolledProgram>> found = new LinkedHashMap<>();
        private final int most;

        Gathering(int most) {
            this.most = most;
        }

        @Override
        public boolean take(EnrolledProgram enrollment) {
            if (found.size() == most && !found.containsKey(enrollment.patient())) {
                return false;
            }
            found.computeIfAbsent(enrollment.patient(), added -> new ArrayList<>(2))
                    .add(enrollment);
            return true;
        }

        @Override
        public Map<PatientRef, List<EnrolledProgram>> result() {
            found.values().forEach(programs -> programs.sort(ORDER));
            return found;
        }
    }
}

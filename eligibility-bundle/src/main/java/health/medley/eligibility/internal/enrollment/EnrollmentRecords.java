package health.medley.eligibility.internal.enrollment;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentQuery;
import health.medley.core.eligibility.EnrollmentReader;
import health.medley.core.eligibility.EnrollmentState;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes enrollments. A patient has one active enrollment in a program: the store holds its key. */
final class EnrollmentRecords {

    private final RecordStore store;
    private final RecordKind<EnrolledProgram> kind = RecordKind.of(
                    "enrollment", 1, EnrolledProgram.class, RecordJson.mapper())
            .ofPatient(EnrolledProgram::patient)
            .foundBy(one -> Map.of("program", one.program()))
            .unique(EnrollmentRecords::keys);
    private final Records<EnrolledProgram> records;

    EnrollmentRecords(RecordStore store) {
        this.store = store;
        records = new Records<>(store, kind);
    }

    private static Set<String> keys(EnrolledProgram one) {
        return one.state() == EnrollmentState.ACTIVE ? Set.of(one.patient().value() + "/" + one.program()) : Set.of();
    }

    /** What the caller's request committed before, if it is done again. */
    Optional<EnrolledProgram> repeated(Caller caller) {
        return Optional.ofNullable(caller.request())
                .flatMap(request -> store.repeated(caller, request))
                .map(commit -> kind.value(commit.records().get(0)));
    }

    /** The enrollment as the caller saw it. */
    EnrolledProgram get(Caller caller, String id, long version) {
        return records.get(caller, id, version);
    }

    List<EnrolledProgram> of(Caller caller, PatientRef patient) {
        return records.list(caller, records.query().patient(patient));
    }

    List<EnrolledProgram> history(Caller caller, String id) {
        records.get(caller, id);
        return records.history(caller, id);
    }

    /** Commit a new enrollment and the former ones it ends, together. */
    EnrolledProgram add(Caller caller, EnrolledProgram added, List<EnrolledProgram> ended) {
        List<RecordDraft> drafts = new ArrayList<>();
        drafts.add(kind.draft(added, Optional.empty(), "enrolled"));
        ended.forEach(one -> drafts.add(records.draft(caller, one, "enrolled anew")));
        try {
            Changes changes = new Changes(drafts, Optional.ofNullable(caller.request()));
            return kind.value(store.commit(caller, changes).records().get(0));
        } catch (MedleyException e) {
            throw raced(e) ? overlapping(added) : e;
        }
    }

    private static boolean raced(MedleyException failure) {
        return failure.code().equals(ErrorCode.KEY_TAKEN) || failure.code().equals(ErrorCode.RECORD_CHANGED);
    }

    private static MedleyException overlapping(EnrolledProgram added) {
        return new MedleyException(
                ErrorCode.ENROLLMENT_OVERLAPPING,
                "Enrolling a patient in " + added.program()
                        + ": somebody else did so, or changed a former enrollment, at the same time; read the"
                        + " enrollments again and decide anew");
    }

    EnrolledProgram save(Caller caller, EnrolledProgram changed, String reason) {
        return records.save(caller, changed, reason);
    }

    <R> R read(Caller caller, EnrollmentQuery query, EnrollmentReader<R> reader) {
        if (query.patients().size() > RecordQuery.MOST_PATIENTS) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Reading the enrollments of " + query.patients().size() + " patients: expected at most "
                            + RecordQuery.MOST_PATIENTS + "; ask for the others in another call");
        }
        RecordQuery all = records.query().patients(query.patients()).page(query.after(), Integer.MAX_VALUE);
        return store.read(caller, all, new Filtering<>(kind, query, reader));
    }

    /** Hands on the enrollments of a month, so many at most. */
    private static final class Filtering<R> implements RecordReader<R> {
        private final RecordKind<EnrolledProgram> kind;
        private final EnrollmentQuery query;
        private final EnrollmentReader<R> reader;
        private int handedOver;

        Filtering(RecordKind<EnrolledProgram> kind, EnrollmentQuery query, EnrollmentReader<R> reader) {
            this.kind = kind;
            this.query = query;
            this.reader = reader;
        }

        @Override
        public boolean take(StoredRecord found) {
            EnrolledProgram one = kind.value(found);
            if (query.month().map(one::covers).orElse(true)) {
                handedOver++;
                return reader.take(one) && handedOver < query.limit();
            }
            return true;
        }

        @Override
        public R result() {
            return reader.result();
        }
    }
}

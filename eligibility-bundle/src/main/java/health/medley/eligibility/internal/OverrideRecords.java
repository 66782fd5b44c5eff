package health.medley.eligibility.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.eligibility.ConditionJudgement;
import health.medley.core.eligibility.ConditionOverride;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps clinicians' words on conditions: one record for each patient and code. */
final class OverrideRecords {

    private static final int LONGEST_REASON = 500;
    private static final Pattern SNOMED = Pattern.compile("\\d{6,18}");
    private static final Pattern ICD10CM = Pattern.compile("[A-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,4})?");

    private final Records<ConditionOverride> records;
    private final Clock clock;

    OverrideRecords(RecordStore store, Clock clock) {
        this.clock = clock;
        records = new Records<>(
                store,
                RecordKind.of("condition-override", 1, ConditionOverride.class, RecordJson.mapper())
                        .ofPatient(ConditionOverride::patient));
    }

    ConditionOverride save(Caller caller, PatientRef patient, ConditionJudgement judgement) {
        String code = code(judgement.code());
        String id = patient.value() + "." + code;
        long version = records.find(caller, id).map(ConditionOverride::version).orElse(0L);
        ConditionOverride kept = new ConditionOverride(
                id,
                version,
                patient,
                code,
                judgement.chronic(),
                reason(judgement.reason()),
                false,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return records.save(caller, kept, "condition judged");
    }

    ConditionOverride withdraw(Caller caller, String id, long version, String reason) {
        ConditionOverride old = records.get(caller, id, version);
        if (old.withdrawn()) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "Withdrawing a clinician's word on " + old.code()
                            + ": it is withdrawn already; judge the code anew to have one");
        }
        ConditionOverride withdrawn = new ConditionOverride(
                id,
                version,
                old.patient(),
                old.code(),
                old.chronic(),
                reason(reason),
                true,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return records.save(caller, withdrawn, "judgement withdrawn");
    }

    List<ConditionOverride> list(Caller caller, Set<PatientRef> patients) {
        if (patients.size() > RecordQuery.MOST_PATIENTS) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Reading the overrides of " + patients.size() + " patients: expected at most "
                            + RecordQuery.MOST_PATIENTS + "; ask for the others in another call");
        }
        return patients.isEmpty()
                ? List.of()
                : records.list(caller, records.query().patients(patients));
    }

    /** Those in force, by patient and code. */
    Map<PatientRef, Map<String, ConditionOverride>> inForce(Caller caller, Set<PatientRef> patients) {
        Map<PatientRef, Map<String, ConditionOverride>> inForce = new HashMap<>();
        for (ConditionOverride one : list(caller, patients)) {
            if (!one.withdrawn()) {
                inForce.computeIfAbsent(one.patient(), any -> new HashMap<>()).put(one.code(), one);
            }
        }
        return inForce;
    }

    /** The code in the one form compared. */
    private static String code(String stated) {
        int colon = stated.indexOf(':');
        String system = colon < 0 ? "" : stated.substring(0, colon);
        Optional<CodeSystem> known = CodeSystem.named(system);
        String code =
                known.map(found -> found.normal(stated.substring(colon + 1))).orElse("");
        boolean good = known.isPresent()
                && (known.get() == CodeSystem.SNOMED ? SNOMED : ICD10CM)
                        .matcher(code)
                        .matches();
        if (!good) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Judging a condition: its code is none that is judged; write SNOMED:code or ICD10CM:code, for"
                            + " example ICD10CM:E11.9");
        }
        return known.get().name() + ":" + code;
    }

    private static String reason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Judging a condition: a reason of " + reason.length() + " characters; expected 1 to "
                            + LONGEST_REASON);
        }
        return reason.strip();
    }
}

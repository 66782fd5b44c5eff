package health.medley.billing.internal.month;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingMonth;
import health.medley.core.billing.Claim;
import health.medley.core.billing.ClaimKind;
import health.medley.core.billing.ClaimState;
import health.medley.core.billing.KeptDetermination;
import health.medley.core.billing.PatientStatement;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the kinds of records a month consists of.
 *
 * @param months the journals
 * @param statements what is stated about patients' months
 * @param determinations what was frozen
 * @param claims what was drafted
 */
record MonthRecords(
        Records<BillingMonth> months,
        Records<PatientStatement> statements,
        Records<KeptDetermination> determinations,
        Records<Claim> claims) {

    static final String DETERMINATION = "determination";
    static final String CLAIM = "claim";
    static final String MONTH = "month";
    static final String STATEMENT = "month-statement";

    private static final int SCHEMA = 1;
    private static final String JOINT = ".";

    /** Keep them in {@code store}. */
    static MonthRecords in(RecordStore store) {
        ObjectMapper mapper = RecordJson.mapper();
        return new MonthRecords(
                new Records<>(
                        store,
                        RecordKind.of(MONTH, SCHEMA, BillingMonth.class, mapper).inMonth(BillingMonth::month)),
                new Records<>(
                        store,
                        RecordKind.of(STATEMENT, SCHEMA, PatientStatement.class, mapper)
                                .ofPatient(PatientStatement::patient)
                                .inMonth(PatientStatement::month)),
                new Records<>(store, determinations(mapper)),
                new Records<>(store, claims(mapper)));
    }

    /** Its id names month, patient and program, so the store itself refuses a second. */
    private static RecordKind<KeptDetermination> determinations(ObjectMapper mapper) {
        return RecordKind.of(DETERMINATION, SCHEMA, KeptDetermination.class, mapper)
                .ofPatient(KeptDetermination::patient)
                .inMonth(kept -> kept.determination().month());
    }

    private static RecordKind<Claim> claims(ObjectMapper mapper) {
        return RecordKind.of(CLAIM, SCHEMA, Claim.class, mapper)
                .ofPatient(Claim::patient)
                .inMonth(Claim::month)
                .foundBy(claim -> Map.of("state", claim.state().name()))
                .unique(MonthRecords::keys);
    }

    /** A claim that stands keeps its program's and its codes' place in the patient's month. */
    private static Set<String> keys(Claim claim) {
        if (claim.kind() == ClaimKind.VOID || claim.state() == ClaimState.VOIDED) {
            return Set.of();
        }
        Set<String> keys = new TreeSet<>();
        keys.add(id(claim.month(), claim.patient(), claim.program()));
        claim.lines().forEach(line -> keys.add(id(claim.month(), claim.patient(), line.code())));
        return keys;
    }

    /** The id of what there is once for a patient and month. */
    static String id(ServiceMonth month, PatientRef patient) {
        return month + JOINT + patient;
    }

    /** The id of what there is once for a patient, a month and a program or code. */
    static String id(ServiceMonth month, PatientRef patient, String program) {
        return id(month, patient) + JOINT + program;
    }
}

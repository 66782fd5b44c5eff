package health.medley.billing.internal.month;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Claim;
import health.medley.core.billing.KeptDetermination;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds what was kept of patients' months so far.
 *
 * @param determinations by patient, then program
 * @param claims by patient
 */
record KeptMonth(Map<PatientRef, Map<String, KeptDetermination>> determinations, Map<PatientRef, List<Claim>> claims) {

    /** Nothing was kept yet. */
    static final KeptMonth NOTHING = new KeptMonth(Map.of(), Map.of());

    /** Read what was kept of these patients' months. */
    static KeptMonth read(MonthRecords records, Caller caller, Set<PatientRef> patients, ServiceMonth month) {
        if (patients.isEmpty()) {
            return NOTHING;
        }
        Map<PatientRef, Map<String, KeptDetermination>> determinations = new HashMap<>();
        records.determinations()
                .each(
                        caller,
                        records.determinations().query().patients(patients).month(month),
                        kept -> determinations
                                .computeIfAbsent(kept.patient(), added -> new TreeMap<>())
                                .put(kept.determination().program(), kept));
        Map<PatientRef, List<Claim>> claims =
                records
                        .claims()
                        .list(
                                caller,
                                records.claims().query().patients(patients).month(month))
                        .stream()
                        .collect(Collectors.groupingBy(Claim::patient));
        return new KeptMonth(determinations, claims);
    }

    Map<String, KeptDetermination> determinations(PatientRef patient) {
        return determinations.getOrDefault(patient, Map.of());
    }

    List<Claim> claims(PatientRef patient, String program) {
        return claims.getOrDefault(patient, List.of()).stream()
                .filter(claim -> claim.program().equals(program))
                .toList();
    }
}

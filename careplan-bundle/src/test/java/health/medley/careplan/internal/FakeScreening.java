package health.medley.careplan.internal;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.ConditionJudgement;
import health.medley.core.eligibility.ConditionOverride;
import health.medley.core.eligibility.Disease;
import health.medley.core.eligibility.Screening;
import health.medley.core.eligibility.ScreeningPage;
import health.medley.core.eligibility.ScreeningQuery;
import health.medley.core.eligibility.ScreeningService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says which diseases qualify, as a test puts them there. */
final class FakeScreening implements ScreeningService {
    private final Map<PatientRef, List<Disease>> diseases = new HashMap<>();

    void put(PatientRef patient, List<Disease> counted) {
        diseases.put(patient, counted);
    }

    @Override
    public Screening screen(Caller caller, PatientRef patient, String program, ServiceMonth month) {
        return new Screening(
                patient,
                "fhir",
                program,
                month,
                true,
                diseases.getOrDefault(patient, List.of()),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    @Override
    public ScreeningPage worklist(Caller caller, ScreeningQuery query) {
        throw new UnsupportedOperationException("no test screens pages");
    }

    @Override
    public ConditionOverride override(Caller caller, PatientRef patient, ConditionJudgement judgement) {
        throw new UnsupportedOperationException("no test overrides");
    }

    @Override
    public ConditionOverride withdraw(Caller caller, String id, long version, String reason) {
        throw new UnsupportedOperationException("no test withdraws");
    }

    @Override
    public List<ConditionOverride> overrides(Caller caller, Set<PatientRef> patients) {
        return List.of();
    }
}

package health.medley.eligibility.internal;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.careplan.CarePlanService;
import health.medley.core.chart.ChartRegister;
import health.medley.core.eligibility.ConditionJudgement;
import health.medley.core.eligibility.ConditionOverride;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.eligibility.EnrollmentService;
import health.medley.core.eligibility.Screening;
import health.medley.core.eligibility.ScreeningPage;
import health.medley.core.eligibility.ScreeningQuery;
import health.medley.core.eligibility.ScreeningService;
import health.medley.core.practice.PracticeService;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.store.RecordStore;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Screens patients by asking eligibility about the charts kept, and keeps clinicians' words on conditions. */
@Component(service = ScreeningService.class)
public final class RecordScreeningService implements ScreeningService {

    private final EligibilityService eligibility;
    private final RuleLibrary rules;
    private final PracticeService practices;
    private final ChartRegister charts;
    private final OverrideRecords overrides;
    private final ScreenedPatients.Sources sources;

    /** Screen by these services; keep words in {@code store}. */
    @Activate
    public RecordScreeningService(
            @Reference RecordStore store,
            @Reference ChartRegister charts,
            @Reference EligibilityService eligibility,
            @Reference EnrollmentService enrollments,
            @Reference CarePlanService plans,
            @Reference PracticeService practices,
            @Reference RuleLibrary rules) {
        this(store, charts, eligibility, enrollments, plans, practices, rules, Clock.systemUTC());
    }

    RecordScreeningService(
            RecordStore store,
            ChartRegister charts,
            EligibilityService eligibility,
            EnrollmentService enrollments,
            CarePlanService plans,
            PracticeService practices,
            RuleLibrary rules,
            Clock clock) {
        this.charts = charts;
        this.eligibility = eligibility;
        this.practices = practices;
        this.rules = rules;
        overrides = new OverrideRecords(store, clock);
        sources = new ScreenedPatients.Sources(charts, enrollments, overrides, plans);
    }

    @Override
    public ScreeningPage worklist(Caller caller, ScreeningQuery query) {
        List<PatientRef> patients = charts.patients(caller, query.page());
        Inquiry inquiry = inquiry(caller, query.program(), query.month());
        List<Screening> rows = inquiry.screen(new LinkedHashSet<>(patients)).stream()
                .filter(row -> shown(row, query.show()))
                .toList();
        boolean more = patients.size() == query.page().limit();
        return new ScreeningPage(
                rows, more ? Optional.of(patients.get(patients.size() - 1).value()) : Optional.empty());
    }

    private static boolean shown(Screening row, ScreeningQuery.Show show) {
        return switch (show) {
            case ALL -> true;
            case TO_ENROLL -> row.eligible() && row.enrollment().isEmpty();
            case INCOMPLETE -> row.enrollment().isPresent() && !row.missing().isEmpty();
        };
    }

    @Override
    public Screening screen(Caller caller, PatientRef patient, String program, ServiceMonth month) {
        List<Screening> rows = inquiry(caller, program, month).screen(Set.of(patient));
        if (rows.isEmpty()) {
            // says that the patient is unknown
            charts.chart(caller, patient);
        }
        return rows.get(0);
    }

    private Inquiry inquiry(Caller caller, String program, ServiceMonth month) {
        return new Inquiry(
                sources, eligibility, caller, rules.find(caller, program, month), month, practices.practice(caller));
    }

    @Override
    public ConditionOverride override(Caller caller, PatientRef patient, ConditionJudgement judgement) {
        // an unknown patient is refused here
        charts.chart(caller, patient);
        return overrides.save(caller, patient, judgement);
    }

    @Override
    public ConditionOverride withdraw(Caller caller, String id, long version, String reason) {
        return overrides.withdraw(caller, id, version, reason);
    }

    @Override
    public List<ConditionOverride> overrides(Caller caller, Set<PatientRef> patients) {
        return overrides.list(caller, patients);
    }
}

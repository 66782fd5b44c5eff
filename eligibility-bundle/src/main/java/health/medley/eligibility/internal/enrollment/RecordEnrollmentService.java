package health.medley.eligibility.internal.enrollment;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartRegister;
import health.medley.core.eligibility.ConsentTaken;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentChange;
import health.medley.core.eligibility.EnrollmentQuery;
import health.medley.core.eligibility.EnrollmentReader;
import health.medley.core.eligibility.EnrollmentRequest;
import health.medley.core.eligibility.EnrollmentService;
import health.medley.core.eligibility.PractitionerChange;
import health.medley.core.practice.PracticeService;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.store.RecordStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps enrollments in the record. */
@Component(service = EnrollmentService.class)
public final class RecordEnrollmentService implements EnrollmentService {

    private final EnrollmentRecords records;
    private final ChartRegister charts;
    private final PracticeService practices;
    private final RuleLibrary rules;
    private final Clock clock;

    /** Keep enrollments in {@code store}. */
    @Activate
    public RecordEnrollmentService(
            @Reference RecordStore store,
            @Reference ChartRegister charts,
            @Reference PracticeService practices,
            @Reference RuleLibrary rules) {
        this(store, charts, practices, rules, Clock.systemUTC());
    }

    RecordEnrollmentService(
            RecordStore store, ChartRegister charts, PracticeService practices, RuleLibrary rules, Clock clock) {
        records = new EnrollmentRecords(store);
        this.charts = charts;
        this.practices = practices;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public EnrolledProgram enroll(Caller caller, PatientRef patient, EnrollmentRequest request) {
        Optional<EnrolledProgram> before = records.repeated(caller);
        if (before.isPresent()) {
            return before.get();
        }
        Enrolling enrolling = new Enrolling(patient, request, today(caller));
        expectRules(caller, request.program(), enrolling.months());
        // an unknown patient is refused here
        charts.chart(caller, patient);
        List<EnrolledProgram> former = records.of(caller, patient).stream()
                .filter(one -> one.program().equals(request.program()))
                .toList();
        List<EnrolledProgram> ended = enrolling.ended(former);
        return records.add(caller, enrolling.enrollment(former.size()), ended);
    }

    // asked by month: every role may, while the whole list is for those who look after the platform
    private void expectRules(Caller caller, String program, Set<ServiceMonth> months) {
        boolean known =
                months.stream().anyMatch(month -> rules.programs(caller, month).contains(program));
        if (!known) {
            throw new MedleyException(
                    ErrorCode.RULES_ABSENT,
                    "Enrolling a patient in " + program
                            + ": no installed rules know the program; install its rule bundle first");
        }
    }

    private Today today(Caller caller) {
        return Today.of(clock, caller, practices);
    }

    @Override
    public EnrolledProgram amend(Caller caller, String id, long version, EnrollmentChange change) {
        return changed(
                caller, id, version, change.reason(), old -> new EnrollmentSteps(old, today(caller)).amend(change));
    }

    @Override
    public EnrolledProgram renewConsent(Caller caller, String id, long version, ConsentTaken consent) {
        return changed(caller, id, version, "consent recorded", old -> new EnrollmentSteps(old, today(caller))
                .renewConsent(consent));
    }

    @Override
    public EnrolledProgram revoke(Caller caller, String id, long version, LocalDate day, String reason) {
        return changed(caller, id, version, "consent revoked", old -> new EnrollmentSteps(old, today(caller))
                .revoke(day, reason));
    }

    @Override
    public EnrolledProgram changePractitioner(Caller caller, String id, long version, PractitionerChange change) {
        return changed(caller, id, version, "practitioner changed", old -> new EnrollmentSteps(old, today(caller))
                .changePractitioner(change));
    }

    @Override
    public EnrolledProgram disenroll(Caller caller, String id, long version, LocalDate day, String reason) {
        return changed(caller, id, version, "disenrolled", old -> new EnrollmentSteps(old, today(caller))
                .disenroll(day, reason));
    }

    private EnrolledProgram changed(
            Caller caller, String id, long version, String reason, UnaryOperator<EnrolledProgram> step) {
        return records.repeated(caller)
                .orElseGet(() -> records.save(caller, step.apply(records.get(caller, id, version)), reason));
    }

    @Override
    public List<EnrolledProgram> enrollments(Caller caller, PatientRef patient) {
        return records.of(caller, patient);
    }

    @Override
    public List<EnrolledProgram> history(Caller caller, String id) {
        return records.history(caller, id);
    }

    @Override
    public <R> R read(Caller caller, EnrollmentQuery query, EnrollmentReader<R> reader) {
        return records.read(caller, query, reader);
    }
}

package health.medley.eligibility.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.CarePlanService;
import health.medley.core.careplan.NewPlanNote;
import health.medley.core.careplan.PlanApproval;
import health.medley.core.careplan.PlanClosing;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanCopy;
import health.medley.core.careplan.PlanInForce;
import health.medley.core.careplan.PlanQuery;
import health.medley.core.careplan.PlanReader;
import health.medley.core.careplan.PlanRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Care plans in force as a test states them; keeps none. */
final class NoPlans implements CarePlanService {

    final List<PlanInForce> inForce = new ArrayList<>();
    boolean absent;

    @Override
    public <R> R inForce(Caller caller, Set<PatientRef> patients, LocalDate day, PlanReader<R> reader) {
        if (absent) {
            throw new MedleyException(ErrorCode.SERVICE_ABSENT, "Asking for plans: nobody keeps any");
        }
        inForce.stream()
                .filter(plan ->
                        patients.contains(plan.patient()) && !plan.from().isAfter(day))
                .forEach(reader::plan);
        return reader.result();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("screening only asks what is in force");
    }

    @Override
    public CarePlan draft(Caller caller, PlanRequest request) {
        throw unused();
    }

    @Override
    public CarePlan revise(Caller caller, String id, long version, PlanContent content, String reason) {
        throw unused();
    }

    @Override
    public CarePlan approve(Caller caller, String id, long version, PlanApproval approval) {
        throw unused();
    }

    @Override
    public CarePlan giveCopy(Caller caller, String id, long version, PlanCopy copy) {
        throw unused();
    }

    @Override
    public CarePlan note(Caller caller, String id, long version, NewPlanNote note) {
        throw unused();
    }

    @Override
    public CarePlan close(Caller caller, String id, long version, PlanClosing closing) {
        throw unused();
    }

    @Override
    public List<CarePlan> plans(Caller caller, PlanQuery query) {
        throw unused();
    }

    @Override
    public List<CarePlan> history(Caller caller, String id) {
        throw unused();
    }
}

package health.medley.eligibility.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.careplan.CarePlanService;
import health.medley.core.careplan.PlanInForce;
import health.medley.core.careplan.PlanReader;
import health.medley.core.practice.CarePlanState;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds how the care plans of some patients stand on a day; where nobody keeps plans, there are none. */
final class PlansInForce implements PlanReader<Map<PatientRef, CarePlanState>> {

    /** No plan. */
    static final CarePlanState NONE = new CarePlanState(Optional.empty(), false);

    private final String program;
    private final Map<PatientRef, CarePlanState> states = new HashMap<>();

    private PlansInForce(String program) {
        this.program = program;
    }

    static Map<PatientRef, CarePlanState> of(
            CarePlanService plans, Caller caller, Set<PatientRef> patients, LocalDate day, String program) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        try {
            return plans.inForce(caller, patients, day, new PlansInForce(program));
        } catch (MedleyException e) {
            if (e.code().equals(ErrorCode.SERVICE_ABSENT)) {
                return Map.of();
            }
            throw e;
        }
    }

    @Override
    public void plan(PlanInForce plan) {
        if (plan.program().equals(program)) {
            states.put(plan.patient(), plan.state());
        }
    }

    @Override
    public Map<PatientRef, CarePlanState> result() {
        return states;
    }
}

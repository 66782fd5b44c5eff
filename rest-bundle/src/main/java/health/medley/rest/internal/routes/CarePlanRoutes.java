package health.medley.rest.internal.routes;

import health.medley.core.Permission;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.CarePlanService;
import health.medley.core.careplan.NewPlanNote;
import health.medley.core.careplan.PlanApproval;
import health.medley.core.careplan.PlanClosing;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanCopy;
import health.medley.core.careplan.PlanQuery;
import health.medley.core.careplan.PlanRequest;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Care plans, from a draft to their closing. */
@Component(service = CarePlanRoutes.class)
public final class CarePlanRoutes implements RouteSource {

    private static final String OF_PATIENT = "/api/patients/{patient}/care-plan";
    private static final String PLAN = "/api/care-plans/{id}";

    /**
     * Says which plan to begin.
     *
     * @param program the program it is for
     * @param drafter id of the drafter that proposes it
     * @param asOf the day whose facts it rests on; empty for today
     */
    public record NewPlan(String program, String drafter, Optional<LocalDate> asOf) {
        /** Check that no part is null. */
        public NewPlan {
            Objects.requireNonNull(program, "program");
            Objects.requireNonNull(drafter, "drafter");
            Objects.requireNonNull(asOf, "asOf");
        }
    }

    /**
     * Says what a draft says from now on.
     *
     * @param content the whole content
     * @param reason why it is another
     */
    public record Revision(PlanContent content, String reason) {
        /** Check that no part is null. */
        public Revision {
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(reason, "reason");
        }
    }

    private final CarePlanService plans;

    /** Take the port. */
    @Activate
    public CarePlanRoutes(@Reference CarePlanService plans) {
        this.plans = plans;
    }

    @Override
    public List<Route> routes() {
        return List.of(ofPatient(), draft(), due(), history(), revise(), approve(), copy(), note(), close());
    }

    private Route ofPatient() {
        return Route.get("care-plan-list", OF_PATIENT, "List a patient's care plans.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .paged()
                .givesList(CarePlan.class)
                .by(call -> Reply.page(
                        plans.plans(
                                call.caller(),
                                new PlanQuery(Optional.of(call.patient()), Optional.empty(), call.page())),
                        call.page()));
    }

    private Route draft() {
        return Route.post("care-plan-draft", OF_PATIENT, "Begin a care plan with what a drafter proposes.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(NewPlan.class)
                .makes(CarePlan.class)
                .by(call -> {
                    NewPlan wanted = call.body(NewPlan.class);
                    return Reply.of(plans.draft(
                            call.caller(),
                            new PlanRequest(call.patient(), wanted.program(), wanted.drafter(), wanted.asOf())));
                });
    }

    private Route due() {
        return Route.get("care-plan-due", "/api/care-plans", "List care plans, of all patients.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .query("due", "Only those whose review is due by this day, YYYY-MM-DD.")
                .paged()
                .givesList(CarePlan.class)
                .by(call -> Reply.page(
                        plans.plans(
                                call.caller(),
                                new PlanQuery(Optional.empty(), QueryValues.day(call, "due"), call.page())),
                        call.page()));
    }

    private Route history() {
        return Route.get("care-plan-history", PLAN + "/history", "List every version of a care plan, oldest first.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(CarePlan.class)
                .by(call -> Reply.list(plans.history(call.caller(), call.path("id"))));
    }

    private Route revise() {
        return Route.put("care-plan-revise", PLAN, "Put new content in place of a care plan's draft.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(Revision.class)
                .gives(CarePlan.class)
                .by(call -> {
                    Revision revision = call.body(Revision.class);
                    return Reply.of(plans.revise(
                            call.caller(), call.path("id"), call.version(), revision.content(), revision.reason()));
                });
    }

    private Route approve() {
        return Route.post("care-plan-approve", PLAN + "/approve", "Approve a care plan's draft, as its practitioner.")
                .needs(Permission.APPROVE_CARE)
                .ofPatients()
                .withVersion()
                .takes(PlanApproval.class)
                .gives(CarePlan.class)
                .by(call -> Reply.of(
                        plans.approve(call.caller(), call.path("id"), call.version(), call.body(PlanApproval.class))));
    }

    private Route copy() {
        return Route.post("care-plan-copy", PLAN + "/copy", "Note that a copy of the care plan was given.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(PlanCopy.class)
                .gives(CarePlan.class)
                .by(call -> Reply.of(
                        plans.giveCopy(call.caller(), call.path("id"), call.version(), call.body(PlanCopy.class))));
    }

    private Route note() {
        return Route.post("care-plan-note", PLAN + "/notes", "Note what was done under a care plan.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(NewPlanNote.class)
                .gives(CarePlan.class)
                .by(call -> Reply.of(
                        plans.note(call.caller(), call.path("id"), call.version(), call.body(NewPlanNote.class))));
    }

    private Route close() {
        return Route.post("care-plan-close", PLAN + "/close", "Close a care plan.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(PlanClosing.class)
                .gives(CarePlan.class)
                .by(call -> Reply.of(
                        plans.close(call.caller(), call.path("id"), call.version(), call.body(PlanClosing.class))));
    }
}

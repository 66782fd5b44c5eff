package health.medley.rest.internal.routes;

import health.medley.core.Finding;
import health.medley.core.Permission;
import health.medley.core.coordination.FollowUp;
import health.medley.core.coordination.NewTransition;
import health.medley.core.coordination.Transition;
import health.medley.core.coordination.TransitionService;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Transitions of care and their follow-up. */
@Component(service = TransitionRoutes.class)
public final class TransitionRoutes implements RouteSource {

    private static final String OF_PATIENT = "/api/patients/{patient}/transitions";
    private static final String TRANSITION = "/api/transitions/{id}";

    private final TransitionService transitions;

    /** Take the port. */
    @Activate
    public TransitionRoutes(@Reference TransitionService transitions) {
        this.transitions = transitions;
    }

    @Override
    public List<Route> routes() {
        return List.of(list(), report(), findings(), followUp(), close(), open());
    }

    private Route list() {
        return Route.get("transition-list", OF_PATIENT, "List a patient's transitions of care.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(Transition.class)
                .by(call -> Reply.list(transitions.transitions(call.caller(), call.patient())));
    }

    private Route report() {
        return Route.post("transition-report", OF_PATIENT, "Report a discharge, an emergency visit or a transfer.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(NewTransition.class)
                .makes(Transition.class)
                .by(call ->
                        Reply.of(transitions.report(call.caller(), call.patient(), call.body(NewTransition.class))));
    }

    private Route findings() {
        return Route.get(
                        "transition-findings",
                        OF_PATIENT + "/findings",
                        "Say how a patient's transitions of a month were followed up.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .needsQuery("month", "The service month, YYYY-MM.")
                .givesList(Finding.class)
                .by(call -> Reply.list(
                        transitions.findings(call.caller(), call.patient(), QueryValues.month(call, "month"))));
    }

    private Route followUp() {
        return Route.post("transition-follow-up", TRANSITION + "/follow-ups", "Note a follow-up after a transition.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(FollowUp.class)
                .gives(Transition.class)
                .by(call -> Reply.of(transitions.followUp(
                        call.caller(), call.path("id"), call.version(), call.body(FollowUp.class))));
    }

    private Route close() {
        return Route.post("transition-close", TRANSITION + "/close", "Close a transition.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(ReasonGiven.class)
                .gives(Transition.class)
                .by(call -> Reply.of(transitions.close(
                        call.caller(),
                        call.path("id"),
                        call.version(),
                        call.body(ReasonGiven.class).reason())));
    }

    private Route open() {
        return Route.get(
                        "transition-open",
                        "/api/transitions",
                        "List the transitions that are not followed up, of all patients.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .query("overdue", "true for those whose deadline has passed; false if absent.")
                .givesList(Transition.class)
                .by(call -> Reply.list(transitions.open(call.caller(), QueryValues.yes(call, "overdue"))));
    }
}

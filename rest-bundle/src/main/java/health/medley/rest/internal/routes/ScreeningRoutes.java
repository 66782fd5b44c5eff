package health.medley.rest.internal.routes;

import health.medley.core.Permission;
import health.medley.core.eligibility.ConditionJudgement;
import health.medley.core.eligibility.ConditionOverride;
import health.medley.core.eligibility.Screening;
import health.medley.core.eligibility.ScreeningPage;
import health.medley.core.eligibility.ScreeningQuery;
import health.medley.core.eligibility.ScreeningService;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may be enrolled, with the evidence, and the clinicians' word on conditions. */
@Component(service = ScreeningRoutes.class)
public final class ScreeningRoutes implements RouteSource {

    private static final String OVERRIDES = "/api/patients/{patient}/overrides";

    private final ScreeningService screening;

    /** Take the port. */
    @Activate
    public ScreeningRoutes(@Reference ScreeningService screening) {
        this.screening = screening;
    }

    @Override
    public List<Route> routes() {
        return List.of(worklist(), screen(), overrides(), override(), withdraw());
    }

    private Route worklist() {
        return Route.get("screening-list", "/api/worklist", "Screen a page of patients for a program.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .needsQuery("program", "The program, for example ccm.")
                .needsQuery("month", "The service month, YYYY-MM.")
                .query("show", "all, to-enroll or incomplete; all if absent.")
                .paged()
                .gives(ScreeningPage.class)
                .by(call -> Reply.of(screening.worklist(
                        call.caller(),
                        new ScreeningQuery(
                                QueryValues.needed(call, "program"),
                                QueryValues.month(call, "month"),
                                QueryValues.word(call, "show", ScreeningQuery.Show.class)
                                        .orElse(ScreeningQuery.Show.ALL),
                                call.page()))));
    }

    private Route screen() {
        return Route.get(
                        "screening-of-patient",
                        "/api/patients/{patient}/eligibility",
                        "Screen one patient for a program.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .needsQuery("program", "The program, for example ccm.")
                .needsQuery("month", "The service month, YYYY-MM.")
                .gives(Screening.class)
                .by(call -> Reply.of(screening.screen(
                        call.caller(),
                        call.patient(),
                        QueryValues.needed(call, "program"),
                        QueryValues.month(call, "month"))));
    }

    private Route overrides() {
        return Route.get("override-list", OVERRIDES, "List the clinicians' words on a patient's conditions.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(ConditionOverride.class)
                .by(call -> Reply.list(screening.overrides(call.caller(), Set.of(call.patient()))));
    }

    private Route override() {
        return Route.post("override-make", OVERRIDES, "Judge a condition of a patient chronic or not, with a reason.")
                .needs(Permission.APPROVE_CARE)
                .ofPatients()
                .takes(ConditionJudgement.class)
                .makes(ConditionOverride.class)
                .by(call -> Reply.of(
                        screening.override(call.caller(), call.patient(), call.body(ConditionJudgement.class))));
    }

    private Route withdraw() {
        return Route.post("override-withdraw", "/api/overrides/{id}/withdraw", "Take a word on a condition back.")
                .needs(Permission.APPROVE_CARE)
                .ofPatients()
                .withVersion()
                .takes(ReasonGiven.class)
                .gives(ConditionOverride.class)
                .by(call -> Reply.of(screening.withdraw(
                        call.caller(),
                        call.path("id"),
                        call.version(),
                        call.body(ReasonGiven.class).reason())));
    }
}

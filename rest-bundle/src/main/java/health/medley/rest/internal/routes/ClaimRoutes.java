package health.medley.rest.internal.routes;

import health.medley.core.Permission;
import health.medley.core.billing.Claim;
import health.medley.core.billing.ClaimService;
import health.medley.core.billing.Correction;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The claims that closing a month drafted. */
@Component(service = ClaimRoutes.class)
public final class ClaimRoutes implements RouteSource {

    private static final String CLAIM = "/api/claims/{id}";
    private static final String OF_PATIENT = "/api/patients/{patient}/months/{month}";

    private final ClaimService claims;

    /** Take the port. */
    @Activate
    public ClaimRoutes(@Reference ClaimService claims) {
        this.claims = claims;
    }

    @Override
    public List<Route> routes() {
        return List.of(ofMonth(), ofPatient(), history(), release(), reject(), correct());
    }

    private Route ofMonth() {
        return Route.get("claim-list", "/api/months/{month}/claims", "List the claims of a month.")
                .needs(Permission.READ_BILLING)
                .ofPatients()
                .paged()
                .givesList(Claim.class)
                .by(call -> Reply.page(claims.claims(call.caller(), call.month(), call.page()), call.page()));
    }

    private Route ofPatient() {
        return Route.get("claim-list-of-patient", OF_PATIENT + "/claims", "List the claims of a patient's month.")
                .needs(Permission.READ_BILLING)
                .ofPatients()
                .givesList(Claim.class)
                .by(call -> Reply.list(claims.claims(call.caller(), call.patient(), call.month())));
    }

    private Route history() {
        return Route.get("claim-history", CLAIM + "/history", "List every version of a claim, oldest first.")
                .needs(Permission.READ_BILLING)
                .ofPatients()
                .givesList(Claim.class)
                .by(call -> Reply.list(claims.history(call.caller(), call.path("id"))));
    }

    private Route release() {
        return Route.post("claim-release", CLAIM + "/release", "Decide that a held claim goes.")
                .needs(Permission.WRITE_BILLING)
                .ofPatients()
                .withVersion()
                .takes(ReasonGiven.class)
                .gives(Claim.class)
                .by(call -> Reply.of(claims.release(
                        call.caller(),
                        call.path("id"),
                        call.version(),
                        call.body(ReasonGiven.class).reason())));
    }

    private Route reject() {
        return Route.post("claim-reject", CLAIM + "/reject", "Decide that a held claim does not go.")
                .needs(Permission.WRITE_BILLING)
                .ofPatients()
                .withVersion()
                .takes(ReasonGiven.class)
                .gives(Claim.class)
                .by(call -> Reply.of(claims.reject(
                        call.caller(),
                        call.path("id"),
                        call.version(),
                        call.body(ReasonGiven.class).reason())));
    }

    private Route correct() {
        return Route.post("month-correct", OF_PATIENT + "/correct", "Correct a patient's closed month.")
                .needs(Permission.WRITE_BILLING)
                .ofPatients()
                .takes(ReasonGiven.class)
                .gives(Correction.class)
                .by(call -> Reply.of(claims.correct(
                        call.caller(),
                        call.patient(),
                        call.month(),
                        call.body(ReasonGiven.class).reason())));
    }
}

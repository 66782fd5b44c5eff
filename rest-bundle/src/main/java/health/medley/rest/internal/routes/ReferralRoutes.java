package health.medley.rest.internal.routes;

import health.medley.core.Permission;
import health.medley.core.referral.LoopQuery;
import health.medley.core.referral.NewReferral;
import health.medley.core.referral.Referral;
import health.medley.core.referral.ReferralService;
import health.medley.core.referral.ReferralStep;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Referrals, from the request to the closed loop. */
@Component(service = ReferralRoutes.class)
public final class ReferralRoutes implements RouteSource {

    private static final String OF_PATIENT = "/api/patients/{patient}/referrals";
    private static final String ALL = "/api/referrals";
    private static final String REFERRAL = "/api/referrals/{id}";

    /**
     * Says who is told of what is late.
     *
     * @param to whose desk it lands on
     */
    public record EscalationTo(String to) {
        /** Check that no part is null. */
        public EscalationTo {
            Objects.requireNonNull(to, "to");
        }
    }

    private final ReferralService referrals;

    /** Take the port. */
    @Activate
    public ReferralRoutes(@Reference ReferralService referrals) {
        this.referrals = referrals;
    }

    @Override
    public List<Route> routes() {
        return List.of(list(), request(), open(), history(), send(), advance(), refresh(), escalate());
    }

    private Route list() {
        return Route.get("referral-list", OF_PATIENT, "List a patient's referrals.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(Referral.class)
                .by(call -> Reply.list(referrals.referrals(call.caller(), call.patient())));
    }

    private Route request() {
        return Route.post("referral-request", OF_PATIENT, "Request a referral.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(NewReferral.class)
                .makes(Referral.class)
                .by(call -> Reply.of(referrals.request(call.caller(), call.patient(), call.body(NewReferral.class))));
    }

    private Route open() {
        return Route.get("referral-open", ALL, "List the referrals whose loop is open, of all patients.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .query("overdue", "true for those whose deadline has passed; false if absent.")
                .paged()
                .givesList(Referral.class)
                .by(call -> Reply.page(
                        referrals.openLoops(
                                call.caller(), new LoopQuery(QueryValues.yes(call, "overdue"), call.page())),
                        call.page()));
    }

    private Route history() {
        return Route.get("referral-history", REFERRAL + "/history", "List every version of a referral, oldest first.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(Referral.class)
                .by(call -> Reply.list(referrals.history(call.caller(), call.path("id"))));
    }

    private Route send() {
        return Route.post("referral-send", REFERRAL + "/send", "Send a referral by its gateway.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .gives(Referral.class)
                .by(call -> Reply.of(referrals.send(call.caller(), call.path("id"), call.version())));
    }

    private Route advance() {
        return Route.post(
                        "referral-advance",
                        REFERRAL + "/steps",
                        "Take the next step of a referral: accept, schedule, receive the report, review, close.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(ReferralStep.class)
                .gives(Referral.class)
                .by(call -> Reply.of(referrals.advance(
                        call.caller(), call.path("id"), call.version(), call.body(ReferralStep.class))));
    }

    private Route refresh() {
        return Route.post("referral-refresh", REFERRAL + "/refresh", "Ask the gateway for news of a referral.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .gives(Referral.class)
                .by(call -> Reply.of(referrals.refresh(call.caller(), call.path("id"), call.version())));
    }

    private Route escalate() {
        return Route.post("referral-escalate", ALL + "/escalate", "Escalate every referral that is late.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(EscalationTo.class)
                .givesList(Referral.class)
                .by(call -> Reply.list(referrals.escalate(
                        call.caller(), call.body(EscalationTo.class).to())));
    }
}

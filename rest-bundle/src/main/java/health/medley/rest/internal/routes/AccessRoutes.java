package health.medley.rest.internal.routes;

import health.medley.core.Finding;
import health.medley.core.Permission;
import health.medley.core.coordination.AccessService;
import health.medley.core.coordination.CoverageGap;
import health.medley.core.coordination.NewRoster;
import health.medley.core.coordination.NewTestCall;
import health.medley.core.coordination.Roster;
import health.medley.core.coordination.RosterShift;
import health.medley.core.coordination.TestCall;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Round-the-clock access: who answers when, and that somebody does. */
@Component(service = AccessRoutes.class)
public final class AccessRoutes implements RouteSource {

    private static final String ROSTERS = "/api/rosters";
    private static final String TEST_CALLS = "/api/test-calls";
    private static final String MONTH = "/api/months/{month}";

    private final AccessService access;

    /** Take the port. */
    @Activate
    public AccessRoutes(@Reference AccessService access) {
        this.access = access;
    }

    @Override
    public List<Route> routes() {
        return List.of(rosters(), add(), change(), onDuty(), gaps(), findings(), testCalls(), log());
    }

    private Route rosters() {
        return Route.get("roster-list", ROSTERS, "List the rosters.")
                .needs(Permission.READ_CARE)
                .givesList(Roster.class)
                .by(call -> Reply.list(access.rosters(call.caller())));
    }

    private Route add() {
        return Route.post("roster-add", ROSTERS, "Add a roster.")
                .needs(Permission.WRITE_CARE)
                .takes(NewRoster.class)
                .makes(Roster.class)
                .by(call -> Reply.of(access.addRoster(call.caller(), call.body(NewRoster.class))));
    }

    private Route change() {
        return Route.put("roster-change", ROSTERS + "/{id}", "Change a roster.")
                .needs(Permission.WRITE_CARE)
                .withVersion()
                .takes(NewRoster.class)
                .gives(Roster.class)
                .by(call -> Reply.of(access.changeRoster(
                        call.caller(), call.path("id"), call.version(), call.body(NewRoster.class))));
    }

    private Route onDuty() {
        return Route.get("roster-on-duty", "/api/on-duty", "Say who answers at a moment.")
                .needs(Permission.READ_CARE)
                .needsQuery("at", "The moment, with its offset, for example 2025-03-31T20:00:00-04:00.")
                .givesList(RosterShift.class)
                .by(call -> Reply.list(access.onDuty(call.caller(), QueryValues.moment(call, "at"))));
    }

    private Route gaps() {
        return Route.get("access-gaps", MONTH + "/access-gaps", "List the hours of a month that no roster covers.")
                .needs(Permission.READ_CARE)
                .givesList(CoverageGap.class)
                .by(call -> Reply.list(access.gaps(call.caller(), call.month())));
    }

    private Route findings() {
        return Route.get(
                        "access-findings",
                        MONTH + "/access-findings",
                        "Say how round-the-clock access stood in a month.")
                .needs(Permission.READ_CARE)
                .givesList(Finding.class)
                .by(call -> Reply.list(access.findings(call.caller(), call.month())));
    }

    private Route testCalls() {
        return Route.get("test-call-list", MONTH + "/test-calls", "List the test calls of a month.")
                .needs(Permission.READ_CARE)
                .givesList(TestCall.class)
                .by(call -> Reply.list(access.testCalls(call.caller(), call.month())));
    }

    private Route log() {
        return Route.post("test-call-log", TEST_CALLS, "Log a test call to the number that patients call.")
                .needs(Permission.WRITE_CARE)
                .takes(NewTestCall.class)
                .makes(TestCall.class)
                .by(call -> Reply.of(access.logTestCall(call.caller(), call.body(NewTestCall.class))));
    }
}

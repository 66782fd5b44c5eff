package health.medley.rest.internal.platform;

import health.medley.core.Origin;
import health.medley.core.Permission;
import health.medley.core.ports.PortStatus;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSummary;
import health.medley.rest.internal.http.Call;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What answers, by which rules, and why. */
@Component(service = PlatformRoutes.class)
public final class PlatformRoutes implements RouteSource {

    private final Ports ports;
    private final RuleLibrary rules;

    /** Take the ports. */
    @Activate
    public PlatformRoutes(@Reference Ports ports, @Reference RuleLibrary rules) {
        this.ports = ports;
        this.rules = rules;
    }

    /**
     * The answer to why something stands as it does.
     *
     * @param name its name
     * @param why one sentence
     */
    public record Why(String name, String why) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("ports-list", "/api/ports", "List each contract, who answers for it and how often.")
                        .needs(Permission.READ_PLATFORM)
                        .givesList(PortStatus.class)
                        .by(call -> Reply.list(ports.status(call.caller()))),
                Route.get("rules-list", "/api/rules", "List the installed rule sets, active or not.")
                        .needs(Permission.READ_PLATFORM)
                        .givesList(RuleSummary.class)
                        .by(call -> Reply.list(rules.list(call.caller()))),
                Route.get("rules-why", "/api/rules/{name}/why", "Say why a rule set stands as it does.")
                        .needs(Permission.READ_PLATFORM)
                        .gives(Why.class)
                        .by(this::why),
                Route.get("bundles-list", "/api/bundles", "List the bundles that answer for a contract.")
                        .needs(Permission.READ_PLATFORM)
                        .givesList(Origin.class)
                        .by(this::bundles),
                Route.get("bundles-why", "/api/bundles/{name}/why", "Say why a bundle or contract stands as it does.")
                        .needs(Permission.READ_PLATFORM)
                        .gives(Why.class)
                        .by(this::why));
    }

    private Reply why(Call call) {
        String name = call.path("name");
        return Reply.of(new Why(name, ports.why(call.caller(), name)));
    }

    private Reply bundles(Call call) {
        return Reply.list(ports.status(call.caller()).stream()
                .flatMap(port -> port.provider().stream())
                .distinct()
                .sorted(Comparator.comparing(Origin::bundle).thenComparing(Origin::version))
                .toList());
    }
}

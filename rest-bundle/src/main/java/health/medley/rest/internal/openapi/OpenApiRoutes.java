package health.medley.rest.internal.openapi;

import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves the description of all routes; it is made when first asked for. */
public final class OpenApiRoutes implements RouteSource {

    private final List<RouteSource> others;
    private byte @Nullable [] description;

    /** Describe the routes of these sources, and its own. */
    public OpenApiRoutes(List<RouteSource> others) {
        this.others = List.copyOf(others);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("openapi", "/api/openapi.json", "Describe all of this as OpenAPI 3.1.")
                .givesStream("application/json")
                .by(call -> {
                    byte[] bytes = description();
                    return Reply.stream(out -> out.write(bytes));
                }));
    }

    private synchronized byte[] description() {
        if (description == null) {
            List<Route> all = new ArrayList<>();
            others.forEach(source -> all.addAll(source.routes()));
            all.addAll(routes());
            description = new OpenApi().describe(all);
        }
        return description;
    }
}

package health.medley.rest.internal.http;

import java.util.List;

/** Gives the routes and jobs of one capability; collected in {@link health.medley.rest.internal.routes.RouteList}. */
public interface RouteSource {

    /** The routes; the same at every call. */
    List<Route> routes();

    /** The kinds of jobs that the routes begin. */
    default List<JobKind> jobs() {
        return List.of();
    }
}

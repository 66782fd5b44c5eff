package health.medley.rest.internal.platform;

import health.medley.rest.internal.http.Job;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import health.medley.rest.internal.server.Jobs;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far the jobs of a practice are. */
@Component(service = JobRoutes.class)
public final class JobRoutes implements RouteSource {

    private final Jobs jobs;

    /** Take the jobs. */
    @Activate
    public JobRoutes(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("jobs-list", "/api/jobs", "List the jobs of the practice, in the order they were begun.")
                        .paged()
                        .givesList(Job.class)
                        .by(call -> Reply.page(jobs.list(call.caller(), call.page()), call.page())),
                Route.get("job-get", "/api/jobs/{id}", "Say how far a job is, and what came of it.")
                        .gives(Job.class)
                        .by(call -> Reply.of(jobs.get(call.caller(), call.path("id")))));
    }
}

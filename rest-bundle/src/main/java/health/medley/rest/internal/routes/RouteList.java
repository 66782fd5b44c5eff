package health.medley.rest.internal.routes;

import health.medley.rest.internal.http.RouteSource;
import health.medley.rest.internal.platform.AccountRoutes;
import health.medley.rest.internal.platform.EvaluateRoutes;
import health.medley.rest.internal.platform.HealthRoutes;
import health.medley.rest.internal.platform.JobRoutes;
import health.medley.rest.internal.platform.PlatformRoutes;
import health.medley.rest.internal.platform.StoreRoutes;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All routes: a capability's source is added here, once. */
@Component(service = RouteList.class)
public final class RouteList {

    private final List<RouteSource> sources;

    /** Take the sources. */
    @Activate
    public RouteList(
            @Reference HealthRoutes health,
            @Reference PlatformRoutes platform,
            @Reference EvaluateRoutes evaluate,
            @Reference AccountRoutes account,
            @Reference JobRoutes job,
            @Reference StoreRoutes store,
            @Reference PracticeRoutes practice,
            @Reference ChartRoutes chart,
            @Reference ScreeningRoutes screening,
            @Reference EnrollmentRoutes enrollment,
            @Reference CarePlanRoutes carePlan,
            @Reference MedicationRoutes medication,
            @Reference PrescriptionRoutes prescription,
            @Reference TimeRoutes time,
            @Reference MessageRoutes message,
            @Reference TransitionRoutes transition,
            @Reference TaskRoutes task,
            @Reference AccessRoutes access,
            @Reference ReferralRoutes referral,
            @Reference MonthRoutes month,
            @Reference ClaimRoutes claim) {
        sources = List.of(
                health,
                platform,
                evaluate,
                account,
                job,
                store,
                practice,
                chart,
                screening,
                enrollment,
                carePlan,
                medication,
                prescription,
                time,
                message,
                transition,
                task,
                access,
                referral,
                month,
                claim);
    }

    /** The sources, in the order the routes are described. */
    public List<RouteSource> sources() {
        return sources;
    }
}

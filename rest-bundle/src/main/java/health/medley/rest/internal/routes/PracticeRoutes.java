package health.medley.rest.internal.routes;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.practice.Practice;
import health.medley.core.practice.PracticeService;
import health.medley.core.practice.PracticeSettings;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The practice: what {@code practice.json} holds where a month is computed from files. */
@Component(service = PracticeRoutes.class)
public final class PracticeRoutes implements RouteSource {

    private final PracticeService practices;

    /** Take the port. */
    @Activate
    public PracticeRoutes(@Reference PracticeService practices) {
        this.practices = practices;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("practice-read", "/api/practice", "Read who bills, where and in which time zone.")
                        .needs(Permission.READ_CARE)
                        .gives(PracticeSettings.class)
                        .by(call -> practices
                                .settings(call.caller())
                                .map(Reply::of)
                                .orElseThrow(() -> new MedleyException(
                                        ErrorCode.RECORD_ABSENT,
                                        "Reading the practice: nothing is set yet; PUT /api/practice sets it"))),
                Route.put("practice-set", "/api/practice", "Set who bills, where and in which time zone.")
                        .needs(Permission.ADMINISTER_PLATFORM)
                        .withVersion()
                        .takes(Practice.class)
                        .gives(PracticeSettings.class)
                        .by(call ->
                                Reply.of(practices.update(call.caller(), call.version(), call.body(Practice.class)))));
    }
}

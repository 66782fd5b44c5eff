package health.medley.rest.internal.routes;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.KeptDetermination;
import health.medley.core.billing.LateMonth;
import health.medley.core.billing.MonthAnswer;
import health.medley.core.billing.MonthProgress;
import health.medley.core.billing.MonthReview;
import health.medley.core.billing.MonthService;
import health.medley.core.billing.PatientStatement;
import health.medley.core.practice.MonthStatement;
import health.medley.rest.internal.http.Job;
import health.medley.rest.internal.http.JobKind;
import health.medley.rest.internal.http.JobStep;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service month, of a patient and of the practice. */
@Component(service = MonthRoutes.class)
public final class MonthRoutes implements RouteSource {

    private static final String CLOSE = "month-close";
    private static final String MONTH = "/api/months/{month}";
    private static final String OF_PATIENT = "/api/patients/{patient}/months/{month}";

    private final MonthService months;

    /** Take the port. */
    @Activate
    public MonthRoutes(@Reference MonthService months) {
        this.months = months;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                compute(),
                state(),
                statement(),
                month(),
                review(),
                close(),
                reopen(),
                determinations(),
                late(),
                replay());
    }

    @Override
    public List<JobKind> jobs() {
        return List.of(new JobKind(CLOSE, (caller, input, content) -> {
            MonthProgress progress = months.close(caller, ServiceMonth.parse(input.getOrDefault("month", "")));
            return new JobStep(
                    progress.done(), progress.total(), progress.finished(), Map.of("totals", progress.totals()));
        }));
    }

    private Route compute() {
        return Route.get("month-compute", OF_PATIENT, "Say what may be billed for a patient's month, and why.")
                .needs(Permission.READ_BILLING)
                .ofPatients()
                .gives(MonthAnswer.class)
                .by(call -> Reply.of(months.compute(call.caller(), call.patient(), call.month())));
    }

    private Route state() {
        return Route.post("month-state", OF_PATIENT, "State what happened in a patient's month beside chart and time.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(MonthStatement.class)
                .gives(PatientStatement.class)
                .by(call -> Reply.of(months.state(
                        call.caller(), call.patient(), call.month(), call.version(), call.body(MonthStatement.class))));
    }

    private Route statement() {
        return Route.get("month-statement", OF_PATIENT + "/statement", "Read what was stated about a patient's month.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .gives(PatientStatement.class)
                .by(call -> months.statement(call.caller(), call.patient(), call.month())
                        .map(Reply::of)
                        .orElseThrow(() -> new MedleyException(
                                ErrorCode.RECORD_ABSENT,
                                "Reading what was stated about a patient's month: nothing was; POST to the month"
                                        + " states it")));
    }

    private Route month() {
        return Route.get("month-read", MONTH, "Say how far a month is.")
                .needs(Permission.READ_BILLING)
                .gives(BillingMonth.class)
                .by(call -> Reply.of(months.month(call.caller(), call.month())));
    }

    private Route review() {
        return Route.get("month-review", MONTH + "/review", "Look for what an auditor would look for.")
                .needs(Permission.READ_BILLING)
                .ofPatients()
                .gives(MonthReview.class)
                .by(call -> Reply.of(months.review(call.caller(), call.month())));
    }

    private Route close() {
        return Route.post(CLOSE, MONTH + "/close", "Close a month: freeze its determinations and draft its claims.")
                .needs(Permission.WRITE_BILLING)
                .ofPatients()
                .begins(Job.class)
                .by(call -> call.begin(CLOSE, Map.of("month", call.month().toString())));
    }

    private Route reopen() {
        return Route.post("month-reopen", MONTH + "/reopen", "Open a closed month again.")
                .needs(Permission.WRITE_BILLING)
                .withVersion()
                .takes(ReasonGiven.class)
                .gives(BillingMonth.class)
                .by(call -> Reply.of(months.reopen(
                        call.caller(),
                        call.month(),
                        call.version(),
                        call.body(ReasonGiven.class).reason())));
    }

    private Route determinations() {
        return Route.get("determination-list", MONTH + "/determinations", "List the frozen determinations of a month.")
                .needs(Permission.READ_BILLING)
                .ofPatients()
                .paged()
                .givesList(KeptDetermination.class)
                .by(call -> Reply.page(months.determinations(call.caller(), call.month(), call.page()), call.page()));
    }

    private Route late() {
        return Route.get("month-late", MONTH + "/late", "Find what facts recorded after the closing would change.")
                .needs(Permission.READ_BILLING)
                .ofPatients()
                .paged()
                .gives(LateMonth.class)
                .by(call -> Reply.of(months.late(call.caller(), call.month(), call.page())));
    }

    private Route replay() {
        return Route.get(
                        "determination-replay",
                        "/api/determinations/{id}/replay",
                        "Decide a frozen determination again from its own facts and rules.")
                .needs(Permission.READ_BILLING)
                .ofPatients()
                .gives(Determination.class)
                .by(call -> Reply.of(months.replay(call.caller(), call.path("id"))));
    }
}

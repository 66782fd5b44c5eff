package health.medley.rest.internal.routes;

import health.medley.core.Permission;
import health.medley.core.time.KeptTime;
import health.medley.core.time.NewTime;
import health.medley.core.time.NewTimer;
import health.medley.core.time.PerformerOverlap;
import health.medley.core.time.TimeLedger;
import health.medley.core.time.Timer;
import health.medley.core.time.TimerStop;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Time given to patients: entries and timers. */
@Component(service = TimeRoutes.class)
public final class TimeRoutes implements RouteSource {

    private static final String ENTRY = "/api/time/{id}";
    private static final String TIMER = "/api/timers/{id}";

    /**
     * Says what is right about an entry.
     *
     * @param time the whole entry as it should be
     * @param reason why it was wrong
     */
    public record TimeCorrection(NewTime time, String reason) {
        /** Check that both are there. */
        public TimeCorrection {
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(reason, "reason");
        }
    }

    private final TimeLedger ledger;

    /** Take the port. */
    @Activate
    public TimeRoutes(@Reference TimeLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                list(), record(), history(), correct(), withdraw(), overlaps(), start(), timers(), touch(), stop());
    }

    private Route list() {
        return Route.get("time-list", "/api/patients/{patient}/time", "List a patient's time entries of a month.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .needsQuery("month", "The service month, YYYY-MM.")
                .givesList(KeptTime.class)
                .by(call ->
                        Reply.list(ledger.entries(call.caller(), call.patient(), QueryValues.month(call, "month"))));
    }

    private Route record() {
        return Route.post("time-record", "/api/patients/{patient}/time", "Record time after the fact.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(NewTime.class)
                .makes(KeptTime.class)
                .by(call -> Reply.of(ledger.record(call.caller(), call.patient(), call.body(NewTime.class))));
    }

    private Route history() {
        return Route.get("time-history", ENTRY + "/history", "List every version of a time entry, oldest first.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(KeptTime.class)
                .by(call -> Reply.list(ledger.history(call.caller(), call.path("id"))));
    }

    private Route correct() {
        return Route.post("time-correct", ENTRY + "/correct", "Correct a time entry; the original stays readable.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(TimeCorrection.class)
                .gives(KeptTime.class)
                .by(call -> {
                    TimeCorrection right = call.body(TimeCorrection.class);
                    return Reply.of(ledger.correct(
                            call.caller(), call.path("id"), call.version(), right.time(), right.reason()));
                });
    }

    private Route withdraw() {
        return Route.post("time-withdraw", ENTRY + "/withdraw", "Withdraw a time entry; it counts no longer.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(ReasonGiven.class)
                .gives(KeptTime.class)
                .by(call -> Reply.of(ledger.withdraw(
                        call.caller(),
                        call.path("id"),
                        call.version(),
                        call.body(ReasonGiven.class).reason())));
    }

    private Route overlaps() {
        return Route.get(
                        "time-overlaps",
                        "/api/months/{month}/overlaps",
                        "Find people recorded as working for two patients at the same second.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(PerformerOverlap.class)
                .by(call -> Reply.list(ledger.overlaps(call.caller(), call.month())));
    }

    private Route start() {
        return Route.post("timer-start", "/api/patients/{patient}/timers", "Start a timer for a patient.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(NewTimer.class)
                .makes(Timer.class)
                .by(call -> Reply.of(ledger.start(call.caller(), call.patient(), call.body(NewTimer.class))));
    }

    private Route timers() {
        return Route.get("timer-list", "/api/timers", "List the timers that run or need attention, oldest first.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(Timer.class)
                .by(call -> Reply.list(ledger.timers(call.caller())));
    }

    private Route touch() {
        return Route.post("timer-touch", TIMER + "/touch", "Say that the work of a timer still goes on.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .gives(Timer.class)
                .by(call -> Reply.of(ledger.touch(call.caller(), call.path("id"), call.version())));
    }

    private Route stop() {
        return Route.post("timer-stop", TIMER + "/stop", "Stop a timer; its time becomes an entry.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(TimerStop.class)
                .gives(Timer.class)
                .by(call -> Reply.of(
                        ledger.stop(call.caller(), call.path("id"), call.version(), call.body(TimerStop.class))));
    }
}

package health.medley.rest.internal.routes;

import health.medley.core.Permission;
import health.medley.core.eligibility.ConsentTaken;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentChange;
import health.medley.core.eligibility.EnrollmentRequest;
import health.medley.core.eligibility.EnrollmentService;
import health.medley.core.eligibility.PractitionerChange;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Enrollments and the consent they rest on. */
@Component(service = EnrollmentRoutes.class)
public final class EnrollmentRoutes implements RouteSource {

    private static final String OF_PATIENT = "/api/patients/{patient}/enrollments";
    private static final String ENROLLMENT = "/api/enrollments/{id}";

    /**
     * Says when something ended and why.
     *
     * @param day the local day
     * @param reason why, in a few words
     */
    public record End(LocalDate day, String reason) {
        /** Check that no part is null. */
        public End {
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(reason, "reason");
        }
    }

    private final EnrollmentService enrollments;

    /** Take the port. */
    @Activate
    public EnrollmentRoutes(@Reference EnrollmentService enrollments) {
        this.enrollments = enrollments;
    }

    @Override
    public List<Route> routes() {
        return List.of(list(), enroll(), history(), amend(), consent(), revoke(), practitioner(), disenroll());
    }

    private Route list() {
        return Route.get("enrollment-list", OF_PATIENT, "List a patient's enrollments.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(EnrolledProgram.class)
                .by(call -> Reply.list(enrollments.enrollments(call.caller(), call.patient())));
    }

    private Route enroll() {
        return Route.post("enrollment-make", OF_PATIENT, "Enroll a patient in a program.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(EnrollmentRequest.class)
                .makes(EnrolledProgram.class)
                .by(call -> Reply.of(
                        enrollments.enroll(call.caller(), call.patient(), call.body(EnrollmentRequest.class))));
    }

    private Route history() {
        return Route.get(
                        "enrollment-history",
                        ENROLLMENT + "/history",
                        "List every version of an enrollment, oldest first.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(EnrolledProgram.class)
                .by(call -> Reply.list(enrollments.history(call.caller(), call.path("id"))));
    }

    private Route amend() {
        return Route.post(
                        "enrollment-amend",
                        ENROLLMENT + "/amend",
                        "Change what an enrollment states: track, initiating visit, risk.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(EnrollmentChange.class)
                .gives(EnrolledProgram.class)
                .by(call -> Reply.of(enrollments.amend(
                        call.caller(), call.path("id"), call.version(), call.body(EnrollmentChange.class))));
    }

    private Route consent() {
        return Route.post(
                        "enrollment-consent",
                        ENROLLMENT + "/consent",
                        "Add the consent that the patient gave or renewed.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(ConsentTaken.class)
                .gives(EnrolledProgram.class)
                .by(call -> Reply.of(enrollments.renewConsent(
                        call.caller(), call.path("id"), call.version(), call.body(ConsentTaken.class))));
    }

    private Route revoke() {
        return Route.post(
                        "enrollment-revoke",
                        ENROLLMENT + "/revoke",
                        "Record that the patient revoked the consent; effective at the month's end.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(End.class)
                .gives(EnrolledProgram.class)
                .by(call -> {
                    End end = call.body(End.class);
                    return Reply.of(enrollments.revoke(
                            call.caller(), call.path("id"), call.version(), end.day(), end.reason()));
                });
    }

    private Route practitioner() {
        return Route.post(
                        "enrollment-practitioner",
                        ENROLLMENT + "/practitioner",
                        "Let another practitioner bill from a month on.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(PractitionerChange.class)
                .gives(EnrolledProgram.class)
                .by(call -> Reply.of(enrollments.changePractitioner(
                        call.caller(), call.path("id"), call.version(), call.body(PractitionerChange.class))));
    }

    private Route disenroll() {
        return Route.post("enrollment-end", ENROLLMENT + "/disenroll", "End an enrollment.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(End.class)
                .gives(EnrolledProgram.class)
                .by(call -> {
                    End end = call.body(End.class);
                    return Reply.of(enrollments.disenroll(
                            call.caller(), call.path("id"), call.version(), end.day(), end.reason()));
                });
    }
}

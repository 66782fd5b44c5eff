package health.medley.rest.internal.routes;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.prescription.MedicationCode;
import health.medley.core.prescription.NewPrescription;
import health.medley.core.prescription.PharmacyReport;
import health.medley.core.prescription.Prescription;
import health.medley.core.prescription.PrescriptionQuery;
import health.medley.core.prescription.PrescriptionService;
import health.medley.core.prescription.PrescriptionStatus;
import health.medley.core.prescription.RefillDecision;
import health.medley.core.prescription.RefillRequest;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prescriptions and their refills. */
@Component(service = PrescriptionRoutes.class)
public final class PrescriptionRoutes implements RouteSource {

    private static final String OF_PATIENT = "/api/patients/{patient}/prescriptions";
    private static final String PRESCRIPTION = "/api/prescriptions/{id}";

    /**
     * Orders a medication.
     *
     * @param medication what
     * @param directions how it is taken, in words
     * @param quantity how much is dispensed at once
     * @param unit of what
     * @param days for how many days
     * @param refills how often it may be dispensed again
     * @param pharmacy where
     * @param lastDay last day it may be dispensed; empty for the usual
     */
    public record Order(
            MedicationCode medication,
            String directions,
            BigDecimal quantity,
            String unit,
            int days,
            int refills,
            String pharmacy,
            Optional<LocalDate> lastDay) {
        /** Check that no part is null. */
        public Order {
            Objects.requireNonNull(medication, "medication");
            Objects.requireNonNull(directions, "directions");
            Objects.requireNonNull(quantity, "quantity");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(pharmacy, "pharmacy");
            Objects.requireNonNull(lastDay, "lastDay");
        }

        NewPrescription of(PatientRef patient) {
            try {
                return new NewPrescription(
                        patient, medication, directions, quantity, unit, days, refills, pharmacy, lastDay);
            } catch (IllegalArgumentException e) {
                throw new MedleyException(ErrorCode.ARGUMENT_INVALID, "Ordering a medication: " + e.getMessage());
            }
        }
    }

    /**
     * Signs a prescription.
     *
     * @param npi NPI of who signs
     */
    public record Signature(String npi) {
        /** Check that no part is null. */
        public Signature {
            Objects.requireNonNull(npi, "npi");
        }
    }

    /**
     * Says by which gateway a prescription goes.
     *
     * @param gateway id of the gateway
     */
    public record Sending(String gateway) {
        /** Check that no part is null. */
        public Sending {
            Objects.requireNonNull(gateway, "gateway");
        }
    }

    private final PrescriptionService prescriptions;

    /** Take the port. */
    @Activate
    public PrescriptionRoutes(@Reference PrescriptionService prescriptions) {
        this.prescriptions = prescriptions;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                ofPatient(), prescribe(), all(), history(), sign(), send(), report(), refill(), decide(), cancel());
    }

    private Route ofPatient() {
        return Route.get("prescription-list-of-patient", OF_PATIENT, "List a patient's prescriptions.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .paged()
                .givesList(Prescription.class)
                .by(call -> Reply.page(
                        prescriptions.prescriptions(
                                call.caller(),
                                new PrescriptionQuery(Optional.of(call.patient()), Optional.empty(), call.page())),
                        call.page()));
    }

    private Route prescribe() {
        return Route.post("prescription-make", OF_PATIENT, "Prepare a prescription for signature.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(Order.class)
                .makes(Prescription.class)
                .by(call -> Reply.of(prescriptions.prescribe(
                        call.caller(), call.body(Order.class).of(call.patient()))));
    }

    private Route all() {
        return Route.get("prescription-list", "/api/prescriptions", "List prescriptions, of all patients.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .query("status", "Only those of this status; any if absent.")
                .paged()
                .givesList(Prescription.class)
                .by(call -> Reply.page(
                        prescriptions.prescriptions(
                                call.caller(),
                                new PrescriptionQuery(
                                        Optional.empty(),
                                        QueryValues.word(call, "status", PrescriptionStatus.class),
                                        call.page())),
                        call.page()));
    }

    private Route history() {
        return Route.get(
                        "prescription-history",
                        PRESCRIPTION + "/history",
                        "List every version of a prescription, oldest first.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(Prescription.class)
                .by(call -> Reply.list(prescriptions.history(call.caller(), call.path("id"))));
    }

    private Route sign() {
        return Route.post("prescription-sign", PRESCRIPTION + "/sign", "Sign a prescription.")
                .needs(Permission.APPROVE_CARE)
                .ofPatients()
                .withVersion()
                .takes(Signature.class)
                .gives(Prescription.class)
                .by(call -> Reply.of(prescriptions.sign(
                        call.caller(),
                        call.path("id"),
                        call.version(),
                        call.body(Signature.class).npi())));
    }

    private Route send() {
        return Route.post("prescription-send", PRESCRIPTION + "/send", "Send a signed prescription to its pharmacy.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(Sending.class)
                .gives(Prescription.class)
                .by(call -> Reply.of(prescriptions.send(
                        call.caller(),
                        call.path("id"),
                        call.version(),
                        call.body(Sending.class).gateway())));
    }

    private Route report() {
        return Route.post("prescription-report", PRESCRIPTION + "/report", "Note what the pharmacy said.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(PharmacyReport.class)
                .gives(Prescription.class)
                .by(call -> Reply.of(prescriptions.report(
                        call.caller(), call.path("id"), call.version(), call.body(PharmacyReport.class))));
    }

    private Route refill() {
        return Route.post("prescription-refill", PRESCRIPTION + "/refills", "Request a refill.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(RefillRequest.class)
                .gives(Prescription.class)
                .by(call -> Reply.of(prescriptions.requestRefill(
                        call.caller(), call.path("id"), call.version(), call.body(RefillRequest.class))));
    }

    private Route decide() {
        return Route.post(
                        "prescription-refill-decide",
                        PRESCRIPTION + "/refills/decide",
                        "Decide on a refill that was requested.")
                .needs(Permission.APPROVE_CARE)
                .ofPatients()
                .withVersion()
                .takes(RefillDecision.class)
                .gives(Prescription.class)
                .by(call -> Reply.of(prescriptions.decideRefill(
                        call.caller(), call.path("id"), call.version(), call.body(RefillDecision.class))));
    }

    private Route cancel() {
        return Route.post("prescription-cancel", PRESCRIPTION + "/cancel", "Cancel a prescription.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(ReasonGiven.class)
                .gives(Prescription.class)
                .by(call -> Reply.of(prescriptions.cancel(
                        call.caller(),
                        call.path("id"),
                        call.version(),
                        call.body(ReasonGiven.class).reason())));
    }
}

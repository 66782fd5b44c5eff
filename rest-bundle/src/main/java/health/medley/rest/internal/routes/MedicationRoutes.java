package health.medley.rest.internal.routes;

import health.medley.core.Permission;
import health.medley.core.prescription.ConflictDecision;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.MedicationReview;
import health.medley.core.prescription.MedicationService;
import health.medley.core.prescription.NewAdherenceNote;
import health.medley.core.prescription.NewMedication;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A patient's medication list and its conflicts. */
@Component(service = MedicationRoutes.class)
public final class MedicationRoutes implements RouteSource {

    private static final String LIST = "/api/patients/{patient}/medications";

    /**
     * Settles conflicts.
     *
     * @param decisions one for each conflict that is settled
     */
    public record Decisions(List<ConflictDecision> decisions) {
        /** Copy the list. */
        public Decisions {
            decisions = List.copyOf(decisions);
        }
    }

    private final MedicationService medications;

    /** Take the port. */
    @Activate
    public MedicationRoutes(@Reference MedicationService medications) {
        this.medications = medications;
    }

    @Override
    public List<Route> routes() {
        return List.of(list(), conflicts(), reconcile(), add(), note());
    }

    private Route list() {
        return Route.get("medication-list", LIST, "Read a patient's medication list.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .gives(MedicationList.class)
                .by(call -> Reply.of(medications.medications(call.caller(), call.patient())));
    }

    private Route conflicts() {
        return Route.get(
                        "medication-conflicts",
                        LIST + "/conflicts",
                        "Compare a patient's list with the chart and check it.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .gives(MedicationReview.class)
                .by(call -> Reply.of(medications.conflicts(call.caller(), call.patient())));
    }

    private Route reconcile() {
        return Route.post("medication-reconcile", LIST + "/reconcile", "Settle conflicts of a patient's medications.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(Decisions.class)
                .gives(MedicationList.class)
                .by(call -> Reply.of(medications.reconcile(
                        call.caller(),
                        call.patient(),
                        call.version(),
                        call.body(Decisions.class).decisions())));
    }

    private Route add() {
        return Route.post("medication-add", LIST, "Add what a patient takes beside what the chart knows.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(NewMedication.class)
                .gives(MedicationList.class)
                .by(call -> Reply.of(medications.add(
                        call.caller(), call.patient(), call.version(), call.body(NewMedication.class))));
    }

    private Route note() {
        return Route.post("medication-note", LIST + "/notes", "Note how a patient takes a medication.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .takes(NewAdherenceNote.class)
                .gives(MedicationList.class)
                .by(call -> Reply.of(medications.note(
                        call.caller(), call.patient(), call.version(), call.body(NewAdherenceNote.class))));
    }
}

package health.medley.core.prescription;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keep the list of what each patient takes, and show where it disagrees with the chart or with itself.
 *
 * <p>A conflict is a difference between chart and list, a duplicate, an interaction or an allergy; it stays open until
 * a person decided on it, with a reason. Open conflicts stand in the way of approving a care plan and of signing a
 * prescription that is part of them. Safe for concurrent use. Every method throws {@code PATIENT_UNKNOWN} for a
 * reference that is nobody's here; every change takes the version of the list that the caller saw, 0 for a list that
 * was never kept, and throws {@code RECORD_CHANGED} if somebody else changed it since.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface MedicationService {

    /**
     * Read a patient's list; an empty one of version 0 if none was ever kept.
     *
     * @param caller who asks
     * @param patient whose
     */
    @Requires(Permission.READ_CARE)
    MedicationList medications(Caller caller, PatientRef patient);

    /**
     * Compare the list with the chart, and ask every checker about the list, the chart's active orders that nobody
     * decided on, and the prescriptions not signed yet.
     *
     * <p>Cost: the chart, the list, one question to each checker.
     *
     * @param caller who asks
     * @param patient whose
     * @return what is open, what was settled, and what the checkers' data covers
     */
    @Requires(Permission.READ_CARE)
    MedicationReview conflicts(Caller caller, PatientRef patient);

    /**
     * Settle conflicts: each decision changes the list as it says and is kept with its reason.
     *
     * @param caller who decides
     * @param patient whose
     * @param version the version of the list that the caller saw
     * @param decisions one or more, each about another conflict that is open
     * @throws MedleyException {@code ARGUMENT_INVALID} if a decision names no open conflict, gives no reason or does
     *     not fit the kind of conflict; nothing is settled then
     */
    @Requires(Permission.WRITE_CARE)
    MedicationList reconcile(Caller caller, PatientRef patient, long version, List<ConflictDecision> decisions);

    /**
     * Add what the patient says to take, such as something bought without a prescription.
     *
     * @param caller who adds it
     * @param patient whose
     * @param version the version of the list that the caller saw
     * @param medication what
     * @throws MedleyException {@code ARGUMENT_INVALID} if the list has it, or since a day in the future
     */
    @Requires(Permission.WRITE_CARE)
    MedicationList add(Caller caller, PatientRef patient, long version, NewMedication medication);

    /**
     * Note how the patient keeps to the medications.
     *
     * @param caller who notes it
     * @param patient whose
     * @param version the version of the list that the caller saw
     * @param note what was found
     * @throws MedleyException {@code ARGUMENT_INVALID} if the list does not have the medication, or for a day in the
     *     future
     */
    @Requires(Permission.WRITE_CARE)
    MedicationList note(Caller caller, PatientRef patient, long version, NewAdherenceNote note);
}

package health.medley.core.eligibility;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.ServiceMonth;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Screen the patients of a practice for a program, and keep the clinicians' word on their conditions.
 *
 * <p>Screening changes nothing. Safe for concurrent use. Every method throws {@code STORE_UNAVAILABLE} while the store
 * cannot be reached.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface ScreeningService {

    /**
     * Screen one page of patients. Cost: reading their charts and enrollments.
     *
     * @param caller who asks
     * @param query whom, for what
     * @return those to show, with the evidence for each
     * @throws MedleyException {@code RULES_ABSENT} if no installed rules know the program in that month
     */
    @Requires(Permission.READ_CARE)
    ScreeningPage worklist(Caller caller, ScreeningQuery query);

    /**
     * Screen one patient, enrolled or not. Cost: reading the chart and the enrollments.
     *
     * @param caller who asks
     * @param patient whom
     * @param program for which program
     * @param month for which month
     * @return how the patient stands, with the evidence
     * @throws MedleyException {@code PATIENT_UNKNOWN} if there is no such patient; {@code RULES_ABSENT} if no installed
     *     rules know the program in that month
     */
    @Requires(Permission.READ_CARE)
    Screening screen(Caller caller, PatientRef patient, String program, ServiceMonth month);

    /**
     * Judge a code of a patient's problem list, with a reason; a former word on the same code is replaced.
     *
     * @param caller the clinician
     * @param patient whose
     * @param judgement which code, chronic or not, and why
     * @return the override as it is kept
     * @throws MedleyException {@code PATIENT_UNKNOWN} if there is no such patient; {@code ARGUMENT_INVALID} if the code
     *     is of no code system that is judged, or the reason is missing
     */
    @Requires(Permission.APPROVE_CARE)
    ConditionOverride override(Caller caller, PatientRef patient, ConditionJudgement judgement);

    /**
     * Take an override back: the practice's word or the platform's list decides again. Cost: one commit.
     *
     * @param caller the clinician
     * @param id which override
     * @param version the version the caller saw
     * @param reason why
     * @return the override, withdrawn
     * @throws MedleyException {@code RECORD_ABSENT} if there is no such override; {@code RECORD_CHANGED} if it has
     *     another version; {@code STATE_INVALID} if it was withdrawn; {@code ARGUMENT_INVALID} without a reason
     */
    @Requires(Permission.APPROVE_CARE)
    ConditionOverride withdraw(Caller caller, String id, long version, String reason);

    /**
     * List the overrides of patients, withdrawn ones too, in the order of patients and codes. Cost: one reading.
     *
     * @param caller who asks
     * @param patients whose, at most 1,000
     * @return their overrides; the rest of their codes is left to the practice and the platform
     * @throws MedleyException {@code ARGUMENT_INVALID} if more patients are named
     */
    @Requires(Permission.READ_CARE)
    List<ConditionOverride> overrides(Caller caller, Set<PatientRef> patients);
}

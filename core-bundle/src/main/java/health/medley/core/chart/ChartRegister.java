package health.medley.core.chart;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keep the charts of a practice's patients, as their EHR delivers them bit by bit, and know patients by Medley's own
 * references.
 *
 * <p>A delivery adds resources or replaces those of the same type and id; what it does not name stays. The same
 * delivery again changes nothing. Resources may come before the Patient they refer to, and in other deliveries than it.
 * Safe for concurrent use. Every method throws {@code STORE_UNAVAILABLE} while the store cannot be reached.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface ChartRegister {

    /**
     * Take a delivery of FHIR R4 resources. What cannot be read is reported with its place and remedy, the rest is
     * kept. Resources of one delivery are not kept all at once: after a failure, deliver it again.
     *
     * <p>Cost: one pass over the delivery, and a commit for every few hundred charts it changes.
     *
     * @param caller who delivers
     * @param delivery how it is written and what it is called
     * @param content the delivery; read to its end, not closed
     * @return what came of it
     * @throws MedleyException {@code CHART_UNREADABLE} if nothing can be read of it
     */
    @Requires(Permission.WRITE_CARE)
    ImportReport take(Caller caller, ChartDelivery delivery, InputStream content);

    /**
     * Find the reference of a patient. Cost: one lookup.
     *
     * @param caller who asks
     * @param fhirId the patient's id in the EHR
     * @return Medley's own reference
     * @throws MedleyException {@code PATIENT_UNKNOWN} if no Patient of this id was delivered
     */
    @Requires(Permission.READ_CARE)
    PatientRef lookup(Caller caller, String fhirId);

    /**
     * List the patients, in the order of their references. Cost: reading one page.
     *
     * @param caller who asks
     * @param page which of them; {@code after} is a reference
     * @return the references of one page
     */
    @Requires(Permission.READ_CARE)
    List<PatientRef> patients(Caller caller, Page page);

    /**
     * Read a patient's whole chart. Cost: two lookups.
     *
     * @param caller who asks
     * @param patient whose
     * @return the chart as it was last delivered
     * @throws MedleyException {@code PATIENT_UNKNOWN} if there is no such patient
     */
    @Requires(Permission.READ_CARE)
    PatientChart chart(Caller caller, PatientRef patient);

    /**
     * Hand the charts of several patients to {@code reader} and return its result, without medications and allergies;
     * those who are not there are passed over. Cost: one reading of the store for all of them.
     *
     * @param caller who asks
     * @param patients whose, at most 1,000
     * @param reader takes them; not kept after the call
     * @param <R> an immutable value
     * @return what {@code reader} made of them
     * @throws MedleyException {@code ARGUMENT_INVALID} if more patients are named
     */
    @Requires(Permission.READ_CARE)
    <R> R charts(Caller caller, Set<PatientRef> patients, RegisteredChartReader<R> reader);
}

package health.medley.core.chart;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.Requires;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Read charts from where the EHR keeps them. Any number of sources may be there, each with its id: Medley's own reads
 * FHIR R4 files ({@code fhir-files}); a host contributes its own.
 *
 * <p>Reading changes nothing. Safe for concurrent use. A source that streams uses memory for what it hands over, not
 * for what it passes over.
 *
 * @since 1.0
 */
@Contract(Cardinality.CONTRIBUTION)
@ConsumerType
public interface ChartSource {

    /**
     * Read the charts a query names and hand each to {@code reader}, then return the reader's result.
     *
     * <p>Cost: one pass over the chart. What cannot be read is handed to {@link ChartReader#problem} with file, line
     * and remedy, and the reading goes on.
     *
     * @param caller who asks
     * @param query which charts
     * @param reader takes them; not kept after the call
     * @param <R> an immutable value
     * @return what {@code reader} made of them
     * @throws MedleyException {@code CHART_UNREADABLE} if there is no chart at the query's location, or the source
     *     needs a location and none is given
     */
    @Requires(Permission.READ_CARE)
    <R> R read(Caller caller, ChartQuery query, ChartReader<R> reader);
}

package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.chart.ChartCounts;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.ChartReader;
import health.medley.core.chart.ChartSource;
import health.medley.core.chart.PatientChart;
import health.medley.core.store.RecordStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads the charts a practice keeps in the record, without medications and allergies. It knows its own place: a
 * location in the query is not looked at.
 */
@Component(property = "medley.id=record")
public final class RecordChartSource implements ChartSource {

    private static final int CHARTS_AT_ONCE = 500;

    private final ChartRecords records;
    private final KeptCharts charts;

    /** Read charts from {@code store}. */
    @Activate
    public RecordChartSource(@Reference RecordStore store) {
        JsonFactory json = FhirJson.factory();
        records = new ChartRecords(store, json);
        charts = new KeptCharts(records, new PractitionerRecords(store, json));
    }

    @Override
    public <R> R read(Caller caller, ChartQuery query, ChartReader<R> reader) {
        TreeMap<String, PatientRef> patients = new TreeMap<>(records.knownByFhirId(caller));
        if (!query.patients().isEmpty()) {
            patients.keySet().retainAll(query.patients());
        }
        List<PatientRef> inOrder = new ArrayList<>(patients.values());
        long handedOver = 0;
        for (int from = 0; from < inOrder.size(); from += CHARTS_AT_ONCE) {
            int to = Math.min(inOrder.size(), from + CHARTS_AT_ONCE);
            Set<PatientRef> some = new LinkedHashSet<>(inOrder.subList(from, to));
            TreeMap<String, PatientChart> byFhirId = new TreeMap<>();
            charts.each(caller, some, (patient, chart) -> byFhirId.put(chart.patient(), chart));
            byFhirId.values().forEach(reader::patient);
            handedOver += byFhirId.size();
            reader.progress(to, inOrder.size());
        }
        return reader.result(new ChartCounts(handedOver, 0, Map.of(), Map.of()));
    }
}

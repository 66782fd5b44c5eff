package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.chart.ChartDelivery;
import health.medley.core.chart.ChartRegister;
import health.medley.core.chart.ImportReport;
import health.medley.core.chart.PatientChart;
import health.medley.core.chart.RegisteredChartReader;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps charts delivered as FHIR R4 in the record. */
@Component
public final class RecordChartRegister implements ChartRegister {

    private final JsonFactory json = FhirJson.factory();
    private final ChartRecords records;
    private final PractitionerRecords practitioners;
    private final KeptCharts charts;

    /** Keep charts in {@code store}. */
    @Activate
    public RecordChartRegister(@Reference RecordStore store) {
        records = new ChartRecords(store, json);
        practitioners = new PractitionerRecords(store, json);
        charts = new KeptCharts(records, practitioners);
    }

    @Override
    public ImportReport take(Caller caller, ChartDelivery delivery, InputStream content) {
        return new DeliveryReading(json, records, practitioners, caller, delivery, Delivery.MOST_HELD).read(content);
    }

    @Override
    public PatientRef lookup(Caller caller, String fhirId) {
        return records.find(caller, fhirId)
                .filter(ChartIndex::isKnown)
                .flatMap(StoredRecord::patient)
                .orElseThrow(() -> unknown("this FHIR id"));
    }

    @Override
    public List<PatientRef> patients(Caller caller, Page page) {
        return records.known(caller, page.after(), page.limit());
    }

    @Override
    public PatientChart chart(Caller caller, PatientRef patient) {
        return charts.whole(caller, patient).orElseThrow(() -> unknown("this reference"));
    }

    private static MedleyException unknown(String by) {
        return new MedleyException(
                ErrorCode.PATIENT_UNKNOWN,
                "Looking for a patient: the practice has none of " + by
                        + "; deliver the Patient resource first, or list the patients");
    }

    @Override
    public <R> R charts(Caller caller, Set<PatientRef> patients, RegisteredChartReader<R> reader) {
        if (patients.size() > RecordQuery.MOST_PATIENTS) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Reading the charts of " + patients.size() + " patients: expected at most "
                            + RecordQuery.MOST_PATIENTS + "; ask for the others in another call");
        }
        charts.each(caller, patients, reader::chart);
        return reader.result();
    }
}

package health.medley.eligibility.internal.enrollment;

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
import health.medley.record.RecordIds;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A chart register in memory, filled by hand. */
public final class ChartShelf implements ChartRegister {

    private final TreeMap<PatientRef, PatientChart> charts = new TreeMap<>();

    /** Put a chart in; the same FHIR id keeps its reference. */
    public PatientRef put(PatientChart chart) {
        PatientRef patient = find(chart.patient()).orElseGet(RecordIds::patient);
        charts.put(patient, chart);
        return patient;
    }

    private Optional<PatientRef> find(String fhirId) {
        return charts.entrySet().stream()
                .filter(entry -> entry.getValue().patient().equals(fhirId))
                .map(entry -> entry.getKey())
                .findFirst();
    }

    @Override
    public ImportReport take(Caller caller, ChartDelivery delivery, InputStream content) {
        throw new UnsupportedOperationException("filled by hand");
    }

    @Override
    public PatientRef lookup(Caller caller, String fhirId) {
        return find(fhirId).orElseThrow(ChartShelf::unknown);
    }

    @Override
    public List<PatientRef> patients(Caller caller, Page page) {
        return charts.keySet().stream()
                .filter(patient -> page.after()
                        .map(after -> patient.value().compareTo(after) > 0)
                        .orElse(true))
                .limit(page.limit())
                .toList();
    }

    @Override
    public PatientChart chart(Caller caller, PatientRef patient) {
        return Optional.ofNullable(charts.get(patient)).orElseThrow(ChartShelf::unknown);
    }

    private static MedleyException unknown() {
        return new MedleyException(ErrorCode.PATIENT_UNKNOWN, "Looking for a patient: there is none");
    }

    @Override
    public <R> R charts(Caller caller, Set<PatientRef> patients, RegisteredChartReader<R> reader) {
        charts.forEach((patient, chart) -> {
            if (patients.contains(patient)) {
                reader.chart(patient, chart);
            }
        });
        return reader.result();
    }
}

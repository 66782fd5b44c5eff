package health.medley.careplan.internal;

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
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Charts that a test puts there. */
final class FakeCharts implements ChartRegister {
    private final Map<PatientRef, PatientChart> charts = new HashMap<>();

    void put(PatientRef patient, PatientChart chart) {
        charts.put(patient, chart);
    }

    @Override
    public PatientChart chart(Caller caller, PatientRef patient) {
        PatientChart chart = charts.get(patient);
        if (chart == null) {
            throw new MedleyException(ErrorCode.PATIENT_UNKNOWN, "There is no such patient");
        }
        return chart;
    }

    @Override
    public ImportReport take(Caller caller, ChartDelivery delivery, InputStream content) {
        throw new UnsupportedOperationException("no test delivers");
    }

    @Override
    public PatientRef lookup(Caller caller, String fhirId) {
        throw new UnsupportedOperationException("no test looks up");
    }

    @Override
    public List<PatientRef> patients(Caller caller, Page page) {
        throw new UnsupportedOperationException("no test lists");
    }

    @Override
    public <R> R charts(Caller caller, Set<PatientRef> patients, RegisteredChartReader<R> reader) {
        throw new UnsupportedOperationException("no test reads in bulk");
    }
}

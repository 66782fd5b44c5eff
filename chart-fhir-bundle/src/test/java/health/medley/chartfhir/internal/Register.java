package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import health.medley.core.Caller;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.chart.ChartDelivery;
import health.medley.core.chart.ChartFormat;
import health.medley.core.chart.ImportReport;
import health.medley.core.chart.PatientChart;
import health.medley.core.chart.RegisteredChartReader;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.StoredRecord;
import health.medley.record.MemoryRecordStore;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A register in memory, and shorthand for what is done with it. Quotes are written ' for legibility. */
final class Register {

    static final Caller CALLER = Collected.CALLER;

    final MemoryRecordStore store =
            new MemoryRecordStore(Clock.fixed(Instant.parse("2025-03-31T12:00:00Z"), ZoneOffset.UTC));
    final RecordChartRegister charts = new RecordChartRegister(store);

    ImportReport lines(String... lines) {
        return take(ChartFormat.NDJSON, "d.ndjson", Folder.utf8(String.join("\n", lines)));
    }

    ImportReport bundle(String text) {
        return take(ChartFormat.BUNDLE, "d.json", Folder.utf8(text));
    }

    ImportReport take(ChartFormat format, String name, byte[] content) {
        return charts.take(CALLER, ChartDelivery.of(format, name), new ByteArrayInputStream(content));
    }

    /** Take a delivery that hands on what it holds every few resources. */
    ImportReport heldAtMost(int resources, ChartFormat format, byte[] content) {
        JsonFactory json = FhirJson.factory();
        return new DeliveryReading(
                        json,
                        new ChartRecords(store, json),
                        new PractitionerRecords(store, json),
                        CALLER,
                        ChartDelivery.of(format, "d"),
                        resources)
                .read(new ByteArrayInputStream(content));
    }

    PatientRef ref(String fhirId) {
        return charts.lookup(CALLER, fhirId);
    }

    PatientChart chart(String fhirId) {
        return charts.chart(CALLER, ref(fhirId));
    }

    /** Every chart, without medications and allergies, by FHIR id. */
    Map<String, PatientChart> all() {
        List<PatientRef> patients = charts.patients(CALLER, Page.FIRST);
        Map<String, PatientChart> found = new TreeMap<>();
        return charts.charts(CALLER, new HashSet<>(patients), new RegisteredChartReader<>() {
            @Override
            public void chart(PatientRef patient, PatientChart chart) {
                found.put(chart.patient(), chart);
            }

            @Override
            public Map<String, PatientChart> result() {
                return found;
            }
        });
    }

    /** Versions of all records together. */
    long versions() {
        return List.of(ChartRecords.FACTS, ChartRecords.DETAILS, PractitionerRecords.KIND).stream()
                .mapToLong(kind -> store.read(CALLER, RecordQuery.of(kind), new RecordReader<Long>() {
                    private long sum;

                    @Override
                    public boolean take(StoredRecord found) {
                        sum += found.version();
                        return true;
                    }

                    @Override
                    public Long result() {
                        return sum;
                    }
                }))
                .sum();
    }
}

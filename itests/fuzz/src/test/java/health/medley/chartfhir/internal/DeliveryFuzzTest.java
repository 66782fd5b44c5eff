package health.medley.chartfhir.internal;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.Role;
import health.medley.core.chart.ChartDelivery;
import health.medley.core.chart.ChartFormat;
import health.medley.fuzz.Budget;
import health.medley.record.MemoryRecordStore;
import java.io.ByteArrayInputStream;
import java.time.Clock;

/** Any bytes are a delivery to the record, or are reported; what was kept can be read again. */
class DeliveryFuzzTest {
    private static final Caller CALLER = Caller.of("ehr", "main", Role.HOST, "fuzzing");

    @FuzzTest(maxDuration = "8s")
    void anyBytesAreADeliveryOrAreReported(FuzzedDataProvider data) throws Exception {
        ChartFormat format = data.consumeBoolean() ? ChartFormat.NDJSON : ChartFormat.BUNDLE;
        byte[] bytes = data.consumeRemainingAsBytes();
        RecordChartRegister register = new RecordChartRegister(new MemoryRecordStore(Clock.systemUTC()));
        Budget.hold(() -> {
            try {
                register.take(CALLER, ChartDelivery.of(format, "delivery"), new ByteArrayInputStream(bytes));
            } catch (MedleyException e) {
                if (!e.code().equals(ErrorCode.CHART_UNREADABLE)) {
                    throw e;
                }
            }
            register.patients(CALLER, Page.FIRST).forEach(patient -> register.chart(CALLER, patient));
        });
    }
}

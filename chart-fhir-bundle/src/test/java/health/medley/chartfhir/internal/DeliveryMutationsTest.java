package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.chart.ChartFormat;
import health.medley.core.chart.ImportReport;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Spoilt deliveries, one after the other into one register: it never throws and stays readable. */
class DeliveryMutationsTest {

    private static final int MUTATIONS = 300;

    private final Register register = new Register();

    private void deliver(ChartFormat format, byte[] good) {
        long told = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            ImportReport report = register.take(format, "d", MutationsTest.mutated(good, new Random(i)));
            told += report.problemCount() > 0 ? 1 : 0;
            assertTrue(report.waiting() >= 0 && report.problems().size() <= 1_001);
        }
        assertTrue(told > MUTATIONS / 3, "only " + told + " mutations were noticed");
        register.take(format, "d", good);
        Set<String> ids = new TreeSet<>(register.all().keySet());
        assertTrue(ids.containsAll(Set.of("p0", "p1", "p2", "p3", "p4")), ids::toString);
        ids.forEach(register::chart);
        long versions = register.versions();
        register.take(format, "d", good);
        assertEquals(versions, register.versions());
    }

    @Test
    void linesThatWereChanged() {
        deliver(ChartFormat.NDJSON, Folder.utf8(String.join("\n", SampleChart.lines(SampleChart.resources(5)))));
    }

    @Test
    void bundlesThatWereChanged() {
        deliver(
                ChartFormat.BUNDLE,
                Folder.utf8("{'resourceType':'Bundle','entry':[{'resource':"
                        + String.join("},\n{'resource':", SampleChart.lines(SampleChart.resources(6))) + "}]}"));
    }

    @Test
    void packedDeliveriesThatWereChanged() {
        deliver(
                ChartFormat.NDJSON,
                Folder.gzip(Folder.utf8(String.join("\n", SampleChart.lines(SampleChart.resources(7))))));
    }
}

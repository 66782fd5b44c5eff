package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.chart.PatientChart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldOrderTest {

    @TempDir
    Path directory;

    @Test
    void readsTheSameWhateverTheOrderOfTheFields() {
        List<PatientChart> expected = chartsOf("given", SampleChart.resources(1));
        assertEquals(SampleChart.PATIENTS, expected.size());
        Random random = new Random(20261123);
        for (int i = 0; i < 20; i++) {
            List<List<String>> shuffled = new ArrayList<>();
            for (List<String> resource : SampleChart.resources(1)) {
                List<String> fields = new ArrayList<>(resource);
                Collections.shuffle(fields, random);
                shuffled.add(fields);
            }
            assertEquals(expected, chartsOf("shuffled" + i, shuffled));
        }
    }

    @Test
    void readsTheSameWithTheTypeLast() {
        List<List<String>> typeLast = new ArrayList<>();
        for (List<String> resource : SampleChart.resources(2)) {
            List<String> fields = new ArrayList<>(resource);
            Collections.rotate(fields, -1);
            typeLast.add(fields);
        }
        assertEquals(chartsOf("first", SampleChart.resources(2)), chartsOf("last", typeLast));
    }

    private List<PatientChart> chartsOf(String name, List<List<String>> resources) {
        Collected collected = new Folder(directory.resolve(name))
                .lines("all.ndjson", SampleChart.lines(resources))
                .read();
        assertEquals(List.of(), collected.problems);
        return collected.charts;
    }
}

package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import health.medley.core.chart.ChartFormat;
import health.medley.core.chart.PatientChart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What comes bit by bit is what comes at once, for many small charts made by a seed. */
class IncrementTest {

    private static final int SEEDS = 25;

    private static String[] lines(long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(Arrays.asList(SampleChart.lines(SampleChart.resources(seed))));
        for (int p = 0; p < SampleChart.PATIENTS; p++) {
            lines.add("{'resourceType':'MedicationRequest','id':'m" + p + "','status':'active','subject':{'reference':"
                    + "'Patient/p" + p + "'},'medicationCodeableConcept':{'text':'Drug " + random.nextInt(3)
                    + "'},'authoredOn':'2024-05-0" + (1 + random.nextInt(9)) + "'}");
            lines.add("{'resourceType':'Condition','subject':{'reference':'Patient/p" + p
                    + "'},'code':{'coding':[{'code':'nameless" + random.nextInt(2) + "'}]}}");
        }
        return lines.toArray(String[]::new);
    }

    private static Stream<DynamicTest> forEachSeed(LongConsumer test) {
        return IntStream.range(0, SEEDS).mapToObj(seed -> dynamicTest("seed " + seed, () -> test.accept(seed)));
    }

    private static Map<String, PatientChart> whole(Register register) {
        Map<String, PatientChart> charts = new TreeMap<>();
        register.all().keySet().forEach(id -> charts.put(id, register.chart(id)));
        return charts;
    }

    private static Register atOnce(String... lines) {
        Register register = new Register();
        register.lines(lines);
        return register;
    }

    @TestFactory
    Stream<DynamicTest> oneDeliveryIsWhatTheFolderReadingGives() {
        return forEachSeed(seed -> {
            String[] lines = lines(seed);
            Map<String, PatientChart> folder = new TreeMap<>();
            Collected.from("a.ndjson", Folder.utf8(String.join("\n", lines)))
                    .charts
                    .forEach(chart -> folder.put(chart.patient(), chart));

            assertEquals(folder, atOnce(lines).all());
        });
    }

    @TestFactory
    Stream<DynamicTest> manyDeliveriesAreWhatOneIs() {
        return forEachSeed(seed -> {
            String[] lines = lines(seed);
            Random random = new Random(seed);
            Register bitByBit = new Register();
            for (int from = 0; from < lines.length; ) {
                int to = Math.min(lines.length, from + 1 + random.nextInt(12));
                bitByBit.lines(Arrays.copyOfRange(lines, from, to));
                from = to;
            }

            assertEquals(whole(atOnce(lines)), whole(bitByBit));
        });
    }

    @TestFactory
    Stream<DynamicTest> theOrderOfDeliveriesOnlyChangesTheOrderOfTheLists() {
        return forEachSeed(seed -> {
            List<String> lines = new ArrayList<>(Arrays.asList(lines(seed)));
            Map<String, PatientChart> expected = sorted(whole(atOnce(lines.toArray(String[]::new))));
            Collections.shuffle(lines, new Random(seed));
            Register shuffled = new Register();
            lines.forEach(shuffled::lines);

            assertEquals(expected, sorted(whole(shuffled)));
        });
    }

    @TestFactory
    Stream<DynamicTest> deliveringAnyPartAgainChangesNothing() {
        return forEachSeed(seed -> {
            String[] lines = lines(seed);
            Register register = atOnce(lines);
            long versions = register.versions();
            Random random = new Random(seed);
            for (int i = 0; i < 5; i++) {
                int from = random.nextInt(lines.length);
                register.lines(Arrays.copyOfRange(lines, from, from + random.nextInt(lines.length - from)));
            }
            register.lines(lines);

            assertEquals(versions, register.versions());
        });
    }

    @TestFactory
    Stream<DynamicTest> handingOnEveryFewResourcesChangesNothing() {
        return forEachSeed(seed -> {
            String[] lines = lines(seed);
            Register inBits = new Register();
            inBits.heldAtMost(1 + (int) seed % 7, ChartFormat.NDJSON, Folder.utf8(String.join("\n", lines)));

            assertEquals(whole(atOnce(lines)), whole(inBits));
        });
    }

    private static Map<String, PatientChart> sorted(Map<String, PatientChart> charts) {
        Map<String, PatientChart> sorted = new HashMap<>();
        charts.forEach((id, chart) -> sorted.put(
                id,
                new PatientChart(
                        id,
                        chart.birthDate(),
                        chart.deathDate(),
                        sorted(chart.conditions()),
                        sorted(chart.encounters()),
                        sorted(chart.coverages()),
                        sorted(chart.medications()),
                        sorted(chart.allergies()))));
        return sorted;
    }

    private static <T> List<T> sorted(List<T> list) {
        return list.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }
}

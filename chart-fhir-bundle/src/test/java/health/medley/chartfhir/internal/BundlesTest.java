package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {

    @TempDir
    Path directory;

    private static String bundle(String type, List<List<String>> resources) {
        List<String> entries = new ArrayList<>();
        for (String resource : SampleChart.lines(resources)) {
            entries.add("{\n'resource': " + resource.replace(",'", ",\n  '") + ",'request':{'method':'POST'}}");
        }
        return "{'type':'" + type + "','total':7,\n'entry':[" + String.join(",\n", entries)
                + "],'link':[{'relation':'self'}],'resourceType':'Bundle'}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"collection", "transaction", "batch", "searchset", "document", "history"})
    void givesTheSameChartsAsNdjson(String type) {
        List<List<String>> resources = SampleChart.resources(3);

        Collected bundle = new Folder(directory.resolve("bundle"))
                .text("all.json", bundle(type, resources))
                .read();
        Collected lines = new Folder(directory.resolve("lines"))
                .lines("all.ndjson", SampleChart.lines(resources))
                .read();

        assertEquals(lines.charts, bundle.charts);
        assertEquals(lines.counts.read(), bundle.counts.read());
        assertEquals(lines.counts.skipped(), bundle.counts.skipped());
        assertEquals(List.of(), bundle.problems);
        assertEquals(SampleChart.PATIENTS, bundle.charts.size());
    }

    @Test
    void givesTheSameChartsPackedAndWithAByteOrderMark() {
        String text = "\uFEFF" + bundle("collection", SampleChart.resources(3));

        Collected packed = new Folder(directory.resolve("packed"))
                .bytes("all.json.gz", Folder.gzip(Folder.utf8(text)))
                .read();
        Collected plain =
                new Folder(directory.resolve("plain")).text("all.json", text).read();

        assertEquals(plain.charts, packed.charts);
        assertEquals(List.of(), packed.problems);
        assertEquals(SampleChart.PATIENTS, packed.charts.size());
    }

    @Test
    void readsSingleResourcesAndSeveralInOneFile() {
        Collected collected = new Folder(directory)
                .text("a.json", "{\n  'resourceType': 'Patient',\n  'id': 'p'\n}\n")
                .text(
                        "b.json",
                        "{'resourceType':'Condition','subject':{'reference':'Patient/p'}}\n"
                                + "{'resourceType':'Condition','subject':{'reference':'Patient/p'}}")
                .read();

        assertEquals(2, collected.chart("p").conditions().size());
        assertEquals(List.of(), collected.problems);
    }

    @Test
    void takesTheIdFromTheUrlWhereTheServerIsToGiveOne() {
        Collected collected = new Folder(directory)
                .text(
                        "a.json",
                        "{'resourceType':'Bundle','entry':["
                                + "{'resource':{'resourceType':'Condition','subject':{'reference':'urn:uuid:7'}},"
                                + "'fullUrl':'urn:uuid:8'},"
                                + "{'fullUrl':'urn:uuid:7','resource':{'resourceType':'Patient'}}]}")
                .read();

        assertEquals(List.of("7"), collected.ids());
        assertEquals(1, collected.chart("7").conditions().size());
        assertEquals(List.of(), collected.problems);
    }

    @Test
    void passesEntriesWithoutAResource() {
        Collected collected = new Folder(directory)
                .text(
                        "a.json",
                        "{'resourceType':'Bundle','entry':[{'request':{'method':'DELETE','url':'Patient/1'}},{},"
                                + "{'response':{'status':'201'}},{'resource':{'resourceType':'OperationOutcome'}}]}")
                .read();

        assertEquals(List.of(), collected.problems);
        assertEquals(Map.of("OperationOutcome", 1L), collected.counts.skipped());
    }

    @Test
    void readsTheEntriesOfNothingButBundles() {
        Collected collected = new Folder(directory)
                .text("a.json", "{'entry':[{'item':{'reference':'Patient/1'}}],'id':'l','resourceType':'List'}")
                .text("b.json", "{'resourceType':'List','entry':[{'resource':{'resourceType':'Patient','id':'p'}}]}")
                .read();

        assertEquals(List.of(), collected.ids());
        assertEquals(List.of(), collected.problems);
        assertEquals(Map.of("List", 2L), collected.counts.skipped());
    }

    @Test
    void reportsABundleInABundleAndInNdjson() {
        Collected collected = new Folder(directory)
                .text(
                        "a.json",
                        "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Bundle','entry':["
                                + "{'resource':{'resourceType':'Patient','id':'p'}}]}}]}")
                .lines("b.ndjson", "{'resourceType':'Bundle','entry':[]}")
                .read();

        assertEquals(List.of("chart/a.json:1:entry[0]", "chart/b.ndjson:1"), collected.places());
    }

    @Test
    void keepsTheEntriesBeforeMalformedJson() {
        Collected collected = new Folder(directory)
                .text(
                        "a.json",
                        "{'resourceType':'Bundle','entry':[\n{'resource':{'resourceType':'Patient','id':'p'}},\n"
                                + "{'resource':{'resourceType':'Patient','id':'q','name':[{'family':Muster}]}},\n"
                                + "{'resource':{'resourceType':'Patient','id':'r'}}]}")
                .read();

        assertEquals(List.of("p"), collected.ids());
        assertEquals(List.of("chart/a.json:3:66"), collected.places());
        assertEquals(
                "entry[1].resource.name[0].family", collected.problems.get(0).value());
        assertEquals(
                "The JSON is malformed. The rest of the file is not read.",
                collected.problems.get(0).problem());
    }

    @Test
    void leavesOutTheEntryWithLatin1BytesAndReadsTheOthers() {
        byte[] bundle = Folder.utf8("{'resourceType':'Bundle','entry':[\n"
                + "{'resource':{'resourceType':'Patient','id':'p','name':[{'family':'Gr\u00FCn \uD83D\uDE00'}]}},\n"
                + "{'resource':{'resourceType':'Patient','id':'q','name':[{'family':'M#ller #'}]}},\n"
                + "{'resource':{'resourceType':'Patient','id':'r'}}]}");
        for (int i = 0; i < bundle.length; i++) {
            bundle[i] = bundle[i] == '#' ? (byte) 0xFC : bundle[i];
        }

        Collected collected = new Folder(directory).bytes("a.json", bundle).read();

        assertEquals(List.of("p", "r"), collected.ids());
        assertEquals(List.of("chart/a.json:3:entry[1]"), collected.places());
        assertEquals("The text is not UTF-8.", collected.problems.get(0).problem());
    }

    @Test
    void leavesOutAResourceOverTheLimit() {
        String large = "{'resource':{'resourceType':'Patient','id':'q','x':'" + "x".repeat(1_000) + "'}},";
        Folder folder = new Folder(directory)
                .text(
                        "a.json",
                        "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Patient','id':'p'}}," + large
                                + "{'resource':{'resourceType':'Patient','id':'r'}}]}");

        Collected collected = Collected.from(folder.path, 500);

        assertEquals(List.of("p", "r"), collected.ids());
        assertEquals(List.of("chart/a.json:1:entry[1]"), collected.places());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "[{'resourceType':'Patient','id':'p'}]", "12", "'x'", "PK\u0003\u0004"})
    void reportsAFileThatHoldsNoObject(String text) {
        Collected collected = new Folder(directory).text("a.json", text).read();

        assertEquals(1, collected.problems.size());
        assertEquals("chart/a.json", collected.problems.get(0).file());
        assertEquals(List.of(), collected.charts);
    }
}

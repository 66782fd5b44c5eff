package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationsTest {

    private static final int MUTATIONS = 1_000;
    private static final String STRUCTURE = "{}[]\",:\\\n\r \0e5-";

    @TempDir
    Path directory;

    @Test
    void reportsButNeverThrowsOnLinesThatWereChanged() {
        byte[] good = Folder.utf8(String.join("\n", SampleChart.lines(SampleChart.resources(5))));
        int told = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Collected collected = new Folder(directory)
                    .bytes("all.ndjson", mutated(good, new Random(i)))
                    .read();
            told += collected.problems.isEmpty() ? 0 : 1;
            assertSound(collected);
            // three changes spoil at most three patients, as long as no line end is lost: a line away is five more
            assertTrue(collected.charts.size() >= SampleChart.PATIENTS - 3, "seed " + i);
        }
        assertTrue(told > MUTATIONS / 2, "only " + told + " mutations were noticed");
    }

    @Test
    void reportsButNeverThrowsOnBundlesThatWereChanged() {
        byte[] good = Folder.utf8("{'resourceType':'Bundle','entry':[{'resource':"
                + String.join("},\n{'resource':", SampleChart.lines(SampleChart.resources(6))) + "}]}");
        for (int i = 0; i < MUTATIONS; i++) {
            assertSound(new Folder(directory)
                    .bytes("all.json", mutated(good, new Random(i)))
                    .read());
        }
    }

    @Test
    void reportsButNeverThrowsOnPackedFilesThatWereChanged() {
        byte[] good = Folder.gzip(Folder.utf8(String.join("\n", SampleChart.lines(SampleChart.resources(7)))));
        for (int i = 0; i < MUTATIONS; i++) {
            assertSound(new Folder(directory)
                    .bytes("all.ndjson.gz", mutated(good, new Random(i)))
                    .read());
        }
    }

    private static void assertSound(Collected collected) {
        assertEquals(collected.ids().stream().sorted().distinct().toList(), collected.ids());
        collected.problems.forEach(problem -> {
            assertTrue(problem.file().startsWith("chart/all."), problem::toString);
            assertTrue(!problem.problem().isEmpty() && !problem.remedy().isEmpty(), problem::toString);
            assertTrue(!problem.toString().contains("Muster"), problem::toString);
        });
    }

    /** One to three changes: a byte replaced, by one of JSON's own or any; some bytes taken out, doubled or cut off. */
    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int changes = 1 + random.nextInt(3);
        for (int c = 0; c < changes && bytes.length > 0; c++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) STRUCTURE.charAt(random.nextInt(STRUCTURE.length()));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = joined(bytes, at, at + length);
                default -> bytes = joined(bytes, at + length, at);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int headEnd, int tailStart) {
        byte[] head = Arrays.copyOf(bytes, headEnd + bytes.length - tailStart);
        System.arraycopy(bytes, tailStart, head, headEnd, bytes.length - tailStart);
        return head;
    }

    @Test
    void cutsOffAtEveryByteWithoutThrowing() {
        byte[] good = Folder.utf8("{'resourceType':'Patient','id':'a'}\r\n"
                + "{'resourceType':'Patient','id':'b','name':[{'family':'\u00C4\uD83D\uDE00'}]}\r\n");
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            Collected lines = new Folder(directory.resolve("lines"))
                    .bytes("all.ndjson", cut)
                    .read();
            Collected bundle = new Folder(directory.resolve("bundle"))
                    .bytes("all.json", cut)
                    .read();
            assertEquals(
                    length >= 35 ? List.of("a") : List.of(),
                    List.copyOf(lines.ids()).subList(0, length >= 35 ? 1 : 0));
            assertEquals(lines.ids(), bundle.ids(), "cut at " + length);
        }
    }
}

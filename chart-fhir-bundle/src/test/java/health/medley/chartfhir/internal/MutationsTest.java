package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MutationsTest {

    private static final int MUTATIONS = 1_000;
    private static final String STRUCTURE = "{}[]\",:\\\n\r \0e5-";

    @Test
    void reportsButNeverThrowsOnLinesThatWereChanged() {
        byte[] good = Folder.utf8(String.join("\n", SampleChart.lines(SampleChart.resources(5))));
        int told = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Collected collected = Collected.from("all.ndjson", mutated(good, new Random(i)));
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
            assertSound(Collected.from("all.json", mutated(good, new Random(i))));
        }
    }

    @Test
    void reportsButNeverThrowsOnPackedFilesThatWereChanged() {
        byte[] good = Folder.gzip(Folder.utf8(String.join("\n", SampleChart.lines(SampleChart.resources(7)))));
        for (int i = 0; i < MUTATIONS; i++) {
            assertSound(Collected.from("all.ndjson.gz", mutated(good, new Random(i))));
        }
    }

    @Test
    void spoilsNothingButTheLineThatWasChanged() {
        List<String> good = List.of(SampleChart.lines(SampleChart.resources(9)));
        int spoilt = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Random random = new Random(i);
            int line = random.nextInt(good.size());
            byte[] changed = mutated(Folder.utf8(good.get(line)), random);
            Collected collected = Collected.from("all.ndjson", withLine(good, line, changed));
            Collected without = Collected.from("all.ndjson", withLine(good, line, new byte[0]));
            // spoilt is a line that counts neither as read nor as passed over; others are read as they now are
            if (collected.counts.read().equals(without.counts.read())
                    && collected.counts.skipped().equals(without.counts.skipped())) {
                assertEquals(without.charts, collected.charts, "seed " + i);
                assertEquals(without.problems.size() + 1, collected.problems.size(), "seed " + i);
                assertTrue(collected.problems.stream().anyMatch(problem -> problem.line() == line + 1), "seed " + i);
                spoilt++;
            }
        }
        assertTrue(spoilt > MUTATIONS / 2, "only " + spoilt + " lines were spoilt");
    }

    private static byte[] withLine(List<String> good, int line, byte[] changed) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < good.size(); i++) {
            byte[] bytes = i == line ? changed : Folder.utf8(good.get(i));
            for (byte b : bytes) {
                // a line end would make it two lines
                all.write(b == '\n' ? ' ' : b);
            }
            all.write('\n');
        }
        return all.toByteArray();
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
    static byte[] mutated(byte[] good, Random random) {
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
            Collected lines = Collected.from("all.ndjson", cut);
            Collected bundle = Collected.from("all.json", cut);
            assertEquals(
                    length >= 35 ? List.of("a") : List.of(),
                    List.copyOf(lines.ids()).subList(0, length >= 35 ? 1 : 0));
            assertEquals(lines.ids(), bundle.ids(), "cut at " + length);
        }
    }
}

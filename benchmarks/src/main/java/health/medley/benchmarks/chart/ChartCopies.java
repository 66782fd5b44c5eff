package health.medley.benchmarks.chart;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Make a larger chart of a small one: every NDJSON file uncompressed, all its resources several times. A copy's patients
 * are others than the first's, for the number of the copy is written behind every UUID.
 */
final class ChartCopies {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ChartCopies() {}

    /**
     * Write the copies.
     *
     * @param chart folder of {@code *.ndjson} and {@code *.ndjson.gz}
     * @param into folder that is made and filled
     * @param copies 1 or more
     * @return bytes written
     */
    static long write(Path chart, Path into, int copies) throws IOException {
        Files.createDirectories(into);
        long bytes = 0;
        for (Path file : files(chart)) {
            Path target = into.resolve(file.getFileName().toString().replace(".gz", ""));
            try (BufferedWriter out = Files.newBufferedWriter(target)) {
                for (int copy = 0; copy < copies; copy++) {
                    copy(file, copy, out);
                }
            }
            bytes += Files.size(target);
        }
        return bytes;
    }

    /** The NDJSON files of a folder, in the order of their names. */
    static List<Path> files(Path chart) throws IOException {
        try (Stream<Path> files = Files.list(chart)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(".+\\.ndjson(\\.gz)?"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        "Reading the chart in " + chart + ": expected *.ndjson or *.ndjson.gz");
            }
            return found;
        }
    }

    private static void copy(Path file, int copy, BufferedWriter out) throws IOException {
        String numbered = "$0-" + copy;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(copy == 0 ? line : UUID.matcher(line).replaceAll(numbered));
                out.write('\n');
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}

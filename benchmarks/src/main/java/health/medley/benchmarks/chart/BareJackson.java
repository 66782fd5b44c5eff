package health.medley.benchmarks.chart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import health.medley.benchmarks.measure.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The floor: Jackson goes over every resource of every file and keeps nothing. It finds no patient, resolves no
 * reference and does not notice which line is broken.
 */
final class BareJackson implements Task {

    private final JsonFactory json = new JsonFactory();
    private final List<Path> files;
    private long resources;

    BareJackson(Path chart) throws IOException {
        files = ChartCopies.files(chart);
    }

    @Override
    public String name() {
        return "bare Jackson";
    }

    /** Read all files; returns their bytes. */
    @Override
    public long work() {
        long bytes = 0;
        resources = 0;
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file);
                    JsonParser parser = json.createParser(in)) {
                while (parser.nextToken() != null) {
                    parser.skipChildren();
                    resources++;
                }
                bytes += Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Reading " + file + " with bare Jackson failed", e);
            }
        }
        return bytes;
    }

    /** Resources seen by the last pass. */
    long resources() {
        return resources;
    }
}

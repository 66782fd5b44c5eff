package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import health.medley.core.chart.ChartCounts;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.ChartReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongConsumer;

/** One reading of one folder: every file in turn, then the charts in the order of their ids. */
final class FolderReading<R> {

    /** Opens a file as stored. */
    interface Opener {
        InputStream open(ChartFile file) throws IOException;
    }

    private final Opener opener;
    private final List<ChartFile> files;
    private final ChartReader<R> reader;
    private final ChartProblems problems;
    private final ChartAssembly assembly;
    private final ReadingTools tools;
    private final Progress progress;
    private long bytes;

    FolderReading(JsonFactory json, Opener opener, List<ChartFile> files, ChartQuery query, ChartReader<R> reader) {
        this.opener = opener;
        this.files = files;
        this.reader = reader;
        DataTypes types = new DataTypes();
        problems = new ChartProblems(reader::problem);
        assembly = new ChartAssembly(query, problems, types.codes());
        tools = new ReadingTools(json, new ResourceScanner(types), assembly, problems, query.longestLineBytes(), false);
        progress = new Progress(reader, files);
    }

    /** Read, and hand over. */
    R read() {
        for (ChartFile file : files) {
            read(file);
            problems.endOf(file);
            progress.endOf(file);
        }
        progress.end();
        assembly.settle();
        Orphans.report(assembly.orphans(), files, reader::problem);
        List<String> ids = assembly.ids();
        ids.forEach(id -> reader.patient(assembly.take(id)));
        return reader.result(new ChartCounts(ids.size(), bytes, assembly.read(), assembly.skipped()));
    }

    private void read(ChartFile file) {
        if (file.bytes() == 0 && file.namedGzip()) {
            problems.report(
                    file, "", "The file is empty; gzip data is expected by its name.", "Copy or export it again.");
            return;
        }
        try (StoredBytes stored = new StoredBytes(opener.open(file));
                InputStream content = stored.content()) {
            LongConsumer told = any -> progress.at(stored.count());
            bytes += file.linewise()
                    ? new NdjsonReading(tools, file, content).read(told)
                    : new BundleReading(tools, file, content).read(told);
        } catch (IOException e) {
            JsonTrouble trouble = JsonTrouble.ofBytes(e);
            problems.report(file, "", trouble.problem(), trouble.remedy());
        }
    }
}

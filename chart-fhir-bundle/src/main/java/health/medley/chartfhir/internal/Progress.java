package health.medley.chartfhir.internal;

import health.medley.core.chart.ChartReader;
import java.util.List;

/** Tells the reader how far the reading is, about a hundred times. */
final class Progress {

    private static final int TIMES = 100;

    private final ChartReader<?> reader;
    private final long total;
    private final long step;
    private long done;
    private long told;

    Progress(ChartReader<?> reader, List<ChartFile> files) {
        this.reader = reader;
        total = files.stream().mapToLong(ChartFile::bytes).sum();
        step = Math.max(1, total / TIMES);
    }

    /** Say that {@code bytes} of the current file are read, as stored. */
    void at(long bytes) {
        long now = Math.min(total, done + bytes);
        if (now - told >= step) {
            told = now;
            reader.progress(now, total);
        }
    }

    /** Say that a file is read. */
    void endOf(ChartFile file) {
        done += file.bytes();
        at(0);
    }

    /** Say that all is read. */
    void end() {
        if (told < total) {
            reader.progress(total, total);
        }
    }
}

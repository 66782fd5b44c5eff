package health.medley.benchmarks.chart;

import health.medley.benchmarks.measure.Task;
import health.medley.core.Caller;
import health.medley.core.InputProblem;
import health.medley.core.Role;
import health.medley.core.chart.ChartCounts;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.ChartReader;
import health.medley.core.chart.ChartSource;
import health.medley.core.chart.PatientChart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Medley reads the chart through its port: charts handed over one by one, references resolved. */
final class ChartTask implements Task {

    private final ChartSource source;
    private final Caller caller = Caller.of("benchmarks", "none", Role.HOST, "measuring the chart");
    private final ChartQuery query;
    private final Runnable progress;

    /**
     * Prepare.
     *
     * @param source who reads
     * @param chart folder of the files
     * @param progress called whenever the source says how far it is, and for every 50th patient
     */
    ChartTask(ChartSource source, Path chart, Runnable progress) {
        this.source = source;
        this.query = ChartQuery.allOf(chart);
        this.progress = progress;
    }

    @Override
    public String name() {
        return "Medley";
    }

    /** Read the chart; returns the bytes read. */
    @Override
    public long work() {
        return read().bytes();
    }

    /**
     * Read the chart; returns what was counted.
     *
     * @throws IllegalStateException if anything could not be read
     */
    ChartCounts read() {
        Seen seen = source.read(caller, query, new Reader());
        if (!seen.problems().isEmpty()) {
            throw new IllegalStateException("Reading the chart: expected no problem, got "
                    + seen.problems().size() + ", the first: " + seen.problems().get(0));
        }
        if (seen.patients() != seen.counts().patients() || seen.conditions() == 0) {
            throw new IllegalStateException("Reading the chart: expected "
                    + seen.counts().patients() + " patients with conditions, got " + seen.patients() + " with "
                    + seen.conditions());
        }
        return seen.counts();
    }

    private record Seen(ChartCounts counts, long patients, long conditions, List<InputProblem> problems) {}

    private final class Reader implements ChartReader<Seen> {
        private final List<InputProblem> problems = new ArrayList<>();
        private long patients;
        private long conditions;

        @Override
        public void patient(PatientChart chart) {
            conditions += chart.conditions().size();
            if (++patients % 50 == 0) {
                progress.run();
            }
        }

        @Override
        public void problem(InputProblem problem) {
            problems.add(problem);
        }

        @Override
        public void progress(long bytes, long total) {
            progress.run();
        }

        @Override
        public Seen result(ChartCounts counts) {
            return new Seen(counts, patients, conditions, problems);
        }
    }
}

package health.medley.cli.internal.month;

import health.medley.cli.internal.practice.PracticeFolder;
import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.Json;
import health.medley.core.Caller;
import health.medley.core.InputProblem;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.PatientMonth;
import health.medley.core.chart.ChartCounts;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.ChartReader;
import health.medley.core.chart.PatientChart;
import health.medley.core.practice.Practice;
import health.medley.core.time.PerformerOverlap;
import health.medley.core.time.TimeEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Hands out what billing is asked about each enrolled patient of a practice, for whoever wants no files of results. */
public final class EnrolledMonths {

    private final MonthServices services;
    private final Stages stages;
    private final Rejects rejects;
    private final PracticeFolder folder;
    private final ServiceMonth month;

    private EnrolledMonths(
            MonthServices services, Stages stages, Rejects rejects, PracticeFolder folder, ServiceMonth month) {
        this.services = services;
        this.stages = stages;
        this.rejects = rejects;
        this.folder = folder;
        this.month = month;
    }

    /**
     * Read the tables of a practice.
     *
     * @return empty if the practice cannot be read at all; the rejects then say why
     */
    public static Optional<EnrolledMonths> read(
            MonthServices services, Caller caller, Stages stages, Rejects rejects, Path practice, ServiceMonth month)
            throws IOException {
        return stages.stage(
                        "reading the practice",
                        () -> PracticeFolder.read(practice, month, Json.FACTORY, services.known(caller), rejects))
                .map(folder -> new EnrolledMonths(services, stages, rejects, folder, month));
    }

    /** Whose they are. */
    public Practice practice() {
        return folder.content().practice();
    }

    /** The patients who are enrolled and whose charts were not read yet. */
    public Set<String> enrolled() {
        Set<String> patients = new TreeSet<>();
        folder.enrollments().left().forEach(row -> patients.add(row.enrollment().patient()));
        return patients;
    }

    /** The months in which any work was recorded, as days are counted in the practice's zone. */
    public Set<ServiceMonth> monthsOfWork() {
        Set<ServiceMonth> months = new TreeSet<>();
        for (TimeEntry entry : folder.activity().all()) {
            months.add(new ServiceMonth(
                    YearMonth.from(entry.start().atZoneSameInstant(practice().zone()))));
        }
        return months;
    }

    /**
     * Read the charts and hand out each enrolled patient's month, in the order of the chart's source.
     *
     * @param patients whose; empty for all
     */
    public ChartCounts each(Caller caller, Set<String> patients, Consumer<PatientMonth> taker) throws IOException {
        PatientTables tables = new PatientTables(
                folder, month, overlapping(services, caller, folder.activity().all()));
        ChartQuery query = new ChartQuery(
                Optional.of(folder.chart()), patients, folder.content().longestLineBytes());
        return stages.stage(
                MonthRun.CHART_STAGE, () -> services.charts().read(caller, query, new Reader(tables, taker)));
    }

    /** Ids of the entries whose performer is recorded with two patients at the same second. */
    static Set<String> overlapping(MonthServices services, Caller caller, List<TimeEntry> entries) {
        Set<String> ids = new HashSet<>();
        for (PerformerOverlap overlap : services.ledger().overlaps(caller, entries)) {
            ids.add(overlap.entry());
            ids.add(overlap.other());
        }
        return ids;
    }

    private final class Reader implements ChartReader<ChartCounts> {
        private final PatientTables tables;
        private final Consumer<PatientMonth> taker;

        Reader(PatientTables tables, Consumer<PatientMonth> taker) {
            this.tables = tables;
            this.taker = taker;
        }

        @Override
        public void patient(PatientChart chart) {
            tables.take(chart).question().ifPresent(taker);
        }

        @Override
        public void problem(InputProblem problem) {
            rejects.add(problem);
        }

        @Override
        public void progress(long bytes, long total) {
            stages.progress(MonthRun.CHART_STAGE, bytes, total);
        }

        @Override
        public ChartCounts result(ChartCounts counts) {
            return counts;
        }
    }
}

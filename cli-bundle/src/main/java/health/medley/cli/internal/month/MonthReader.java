package health.medley.cli.internal.month;

import com.fasterxml.jackson.core.JsonGenerator;
import health.medley.cli.internal.practice.EnrollmentRows;
import health.medley.cli.internal.practice.PracticeFolder;
import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.CsvSheet;
import health.medley.cli.internal.report.DeterminationJson;
import health.medley.cli.internal.report.DeterminationsCsv;
import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.report.ResultFiles;
import health.medley.cli.internal.report.Summary;
import health.medley.cli.internal.report.WorklistCsv;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.ErrorKind;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.chart.ChartCounts;
import health.medley.core.chart.ChartReader;
import health.medley.core.chart.PatientChart;
import health.medley.core.practice.Enrollment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides each patient's month as the chart comes by and lets the chart go, so that memory holds one patient at a time.
 */
final class MonthReader implements ChartReader<ChartCounts> {

    private final MonthServices services;
    private final Caller caller;
    private final PatientTables tables;
    private final Rejects rejects;
    private final Stages stages;
    private final DecisionListener listener;
    private final CsvSheet determinations;
    private final JsonGenerator explained;
    private final Screening screening;
    private final Summary summary = new Summary();
    private @Nullable String lastPatient;
    private @Nullable IOException failure;
    private long entriesNotEnrolled;

    MonthReader(
            MonthServices services,
            Caller caller,
            ServiceMonth month,
            PracticeFolder folder,
            Set<String> overlapping,
            Rejects rejects,
            Stages stages,
            ResultFiles files,
            DecisionListener listener)
            throws IOException {
        this.services = services;
        this.caller = caller;
        this.tables = new PatientTables(folder, month, overlapping);
        this.rejects = rejects;
        this.stages = stages;
        this.listener = listener;
        this.determinations = new CsvSheet(files.begin(DeterminationsCsv.FILE), DeterminationsCsv.COLUMNS);
        this.explained = Json.lines(files.beginBytes(DeterminationJson.FILE));
        this.screening = new Screening(
                services,
                caller,
                month,
                folder.chronicOverrides(),
                folder.enrollments().programs(),
                new CsvSheet(files.begin(WorklistCsv.FILE), WorklistCsv.COLUMNS),
                summary);
    }

    @Override
    public void patient(PatientChart chart) {
        if (failure != null) {
            return;
        }
        String patient = chart.patient();
        if (lastPatient != null && lastPatient.compareTo(patient) >= 0) {
            throw new MedleyException(
                    ErrorCode.CHART_UNREADABLE,
                    "Reading the chart: its source hands over patients out of order or twice. Results are sorted by"
                            + " patient, so the source must be mended to go by the order of ids.");
        }
        lastPatient = patient;
        try {
            decideAll(chart);
        } catch (UncheckedIOException e) {
            failure = e.getCause();
        } catch (IOException e) {
            // an exception of ours must not pass through the source, which would be blamed for it
            failure = e;
        }
    }

    private void decideAll(PatientChart chart) throws IOException {
        PatientTables.Taken taken = tables.take(chart);
        List<EnrollmentRows.Row> rows = taken.rows();
        entriesNotEnrolled += rows.isEmpty() ? taken.entries().size() : 0;
        if (taken.question().isPresent()) {
            PatientMonth question = taken.question().get();
            List<Determination> answers = stages.timed(
                    MonthRun.DECIDING_STAGE,
                    () -> determine(question, rows.get(0).line()));
            for (int i = 0; i < answers.size(); i++) {
                write(chart, question.enrollments().get(i), answers.get(i));
            }
        }
        Set<String> enrolled =
                rows.stream().map(row -> row.enrollment().program()).collect(Collectors.toSet());
        stages.timed(MonthRun.SCREENING_STAGE, () -> screening.screen(chart, enrolled));
    }

    private List<Determination> determine(PatientMonth question, long line) {
        try {
            return services.billing().determine(caller, question);
        } catch (MedleyException e) {
            if (e.code().kind() != ErrorKind.USER || e.code().equals(ErrorCode.PERMISSION_DENIED)) {
                throw e;
            }
            rejects.add(new InputProblem(
                    EnrollmentRows.FILE,
                    line,
                    "patient",
                    question.patient(),
                    "This patient's month cannot be decided: " + e.getMessage(),
                    "Mend what the sentence names, in enrollments.csv or month.csv."));
            return List.of();
        }
    }

    private void write(PatientChart chart, Enrollment enrollment, Determination determination) throws IOException {
        determinations.row(DeterminationsCsv.row(determination));
        DeterminationJson.write(explained, determination);
        summary.add(determination);
        listener.decided(screening.question(chart, enrollment.program(), Optional.of(enrollment)), determination);
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

    /** End what was written, or throw what stopped the writing. */
    void finish() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (summary.total() > 0) {
            explained.writeRaw('\n');
        }
        explained.close();
    }

    Summary summary() {
        return summary;
    }

    long entriesNotEnrolled() {
        return entriesNotEnrolled;
    }

    List<String> remarks() {
        return screening.remarks();
    }
}

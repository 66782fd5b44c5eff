package health.medley.cli.internal.month;

import health.medley.cli.internal.practice.ActivityRows;
import health.medley.cli.internal.practice.EnrollmentRows;
import health.medley.cli.internal.practice.MonthRows;
import health.medley.cli.internal.practice.PracticeFolder;
import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.CsvSheet;
import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.report.RejectsCsv;
import health.medley.cli.internal.report.ResultFiles;
import health.medley.core.Caller;
import health.medley.core.InputProblem;
import health.medley.core.chart.ChartCounts;
import health.medley.core.chart.ChartQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a practice's month from its files to its results. Every answer comes through a port; here is only reading,
 * asking and writing. */
public final class MonthRun {

    static final String CHART_STAGE = "reading the chart";
    static final String DECIDING_STAGE = "deciding";
    static final String SCREENING_STAGE = "screening who is not enrolled";

    private static final String NOT_IN_CHART = "This patient is not in the chart.";
    private static final String NOT_IN_CHART_REMEDY =
            "Correct the id, or add the patient's FHIR resources to the chart folder.";

    private final MonthServices services;
    private final Stages stages;
    private final Rejects rejects;

    /** Prepare a run whose problems go to {@code rejects}. */
    public MonthRun(MonthServices services, Stages stages, Rejects rejects) {
        this.services = services;
        this.stages = stages;
        this.rejects = rejects;
    }

    /**
     * Run the month.
     *
     * @param caller who asks, pinned for the whole run
     * @return empty if the practice cannot be read at all; the rejects then say why, and nothing is written
     */
    public Optional<MonthResult> run(Caller caller, MonthRequest request, DecisionListener listener)
            throws IOException {
        Optional<PracticeFolder> folder = stages.stage(
                "reading the practice",
                () -> PracticeFolder.read(
                        request.practice(), request.month(), Json.FACTORY, services.known(caller), rejects));
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try (ResultFiles files = new ResultFiles(request.out())) {
            MonthResult result = decide(caller, request, folder.get(), files, listener);
            stages.stage("writing the results", () -> finish(files, request, result));
            files.write("timing.json", timing());
            files.publish();
            return Optional.of(result);
        }
    }

    private MonthResult decide(
            Caller caller, MonthRequest request, PracticeFolder folder, ResultFiles files, DecisionListener listener)
            throws IOException {
        Set<String> overlapping = stages.stage(
                "finding work for two patients at once",
                () -> EnrolledMonths.overlapping(
                        services, caller, folder.activity().all()));
        MonthReader reader = new MonthReader(
                services, caller, request.month(), folder, overlapping, rejects, stages, files, listener);
        ChartQuery query = new ChartQuery(
                Optional.of(folder.chart()), Set.of(), folder.content().longestLineBytes());
        ChartCounts counts = stages.stage(CHART_STAGE, () -> services.charts().read(caller, query, reader));
        reader.finish();
        long leftEntries = rejectLeft(folder);
        List<String> remarks = new ArrayList<>(reader.remarks());
        for (String key : folder.content().unread()) {
            remarks.add("practice.json: the key \"" + key + "\" has no meaning here and was not read.");
        }
        MonthResult.RowCounts read = new MonthResult.RowCounts(
                reader.summary().total(),
                folder.activity().count() - leftEntries,
                reader.entriesNotEnrolled(),
                folder.month().count(),
                folder.month().ofOtherMonths());
        return new MonthResult(folder.content().practice(), counts, reader.summary(), read, rejects, remarks);
    }

    private long rejectLeft(PracticeFolder folder) {
        for (EnrollmentRows.Row row : folder.enrollments().left()) {
            reject(EnrollmentRows.FILE, row.line(), row.enrollment().patient());
        }
        List<ActivityRows.Row> entries = folder.activity().left();
        for (ActivityRows.Row row : entries) {
            reject(ActivityRows.FILE, row.line(), row.entry().patient());
        }
        for (MonthRows.Row row : folder.month().left()) {
            reject(MonthRows.FILE, row.line(), row.patient());
        }
        return entries.size();
    }

    private void reject(String file, long line, String patient) {
        rejects.add(new InputProblem(file, line, "patient", patient, NOT_IN_CHART, NOT_IN_CHART_REMEDY));
    }

    private boolean finish(ResultFiles files, MonthRequest request, MonthResult result) throws IOException {
        try (CsvSheet sheet = new CsvSheet(files.begin(RejectsCsv.FILE), RejectsCsv.COLUMNS)) {
            rejects.inOrder().forEach(problem -> sheet.row(RejectsCsv.row(problem)));
        }
        files.write("summary.json", Json.pretty(SummaryJson.of(request.month(), result)) + "\n");
        return true;
    }

    private String timing() {
        return Json.pretty(Map.of("seconds", stages.seconds(CHART_STAGE, DECIDING_STAGE, SCREENING_STAGE))) + "\n";
    }
}

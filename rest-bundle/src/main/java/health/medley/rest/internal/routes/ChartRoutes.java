package health.medley.rest.internal.routes;

import health.medley.core.Caller;
import health.medley.core.InputProblem;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.chart.ChartDelivery;
import health.medley.core.chart.ChartFormat;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.ChartRegister;
import health.medley.core.chart.ImportReport;
import health.medley.core.chart.PatientChart;
import health.medley.rest.internal.http.Call;
import health.medley.rest.internal.http.Job;
import health.medley.rest.internal.http.JobKind;
import health.medley.rest.internal.http.JobStep;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Charts as an EHR delivers them, and who the patients are. */
@Component(service = ChartRoutes.class)
public final class ChartRoutes implements RouteSource {

    private static final String IMPORT = "chart-import";
    private static final String BUNDLE = "application/fhir+json";
    private static final String NDJSON = "application/fhir+ndjson";

    /**
     * Names a patient as the EHR does.
     *
     * @param fhirId the patient's id in the EHR
     */
    public record Lookup(String fhirId) {
        /** Check that it is there. */
        public Lookup {
            Objects.requireNonNull(fhirId, "fhirId");
        }
    }

    /**
     * Names a patient as Medley does.
     *
     * @param patient the reference that stands in paths
     */
    public record Found(PatientRef patient) {}

    private final ChartRegister charts;

    /** Take the port. */
    @Activate
    public ChartRoutes(@Reference ChartRegister charts) {
        this.charts = charts;
    }

    @Override
    public List<Route> routes() {
        return List.of(deliver(), lookup(), patients(), chart());
    }

    @Override
    public List<JobKind> jobs() {
        return List.of(new JobKind(IMPORT, this::take));
    }

    private Route deliver() {
        return Route.post(IMPORT, "/api/chart", "Deliver charts: a FHIR R4 Bundle, or resources line by line.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .query("name", "What problems call the delivery, without patient data; \"delivery\" if absent.")
                .takesStream(BUNDLE, NDJSON)
                .begins(Job.class)
                .by(call -> call.beginWithContent(
                        IMPORT,
                        Map.of(
                                "format",
                                format(call).name(),
                                "name",
                                call.query("name").orElse("delivery"))));
    }

    private static ChartFormat format(Call call) {
        return call.contentType().equals(BUNDLE) ? ChartFormat.BUNDLE : ChartFormat.NDJSON;
    }

    private JobStep take(Caller caller, Map<String, String> input, Optional<Path> content) throws IOException {
        ChartDelivery delivery = new ChartDelivery(
                ChartFormat.valueOf(input.getOrDefault("format", "")),
                input.getOrDefault("name", ""),
                ChartQuery.LONGEST_LINE_BYTES);
        try (InputStream in = Files.newInputStream(content.orElseThrow())) {
            ImportReport report = charts.take(caller, delivery, in);
            return new JobStep(report.bytes(), report.bytes(), true, Map.of("report", withoutValues(report)));
        }
    }

    /** What anybody of the practice may read: places and problems, but no value, which may be a patient's. */
    private static ImportReport withoutValues(ImportReport report) {
        List<InputProblem> problems = report.problems().stream()
                .map(at -> new InputProblem(at.file(), at.line(), at.column(), "", at.problem(), at.remedy()))
                .toList();
        return new ImportReport(
                report.delivery(),
                report.bytes(),
                report.read(),
                report.skipped(),
                report.patientsAdded(),
                report.patientsChanged(),
                report.patientsUnchanged(),
                report.waiting(),
                problems,
                report.problemCount());
    }

    private Route lookup() {
        return Route.post("patient-lookup", "/api/patients/lookup", "Find the reference of a patient by the FHIR id.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .changesNothing()
                .takes(Lookup.class)
                .gives(Found.class)
                .by(call -> Reply.of(new Found(
                        charts.lookup(call.caller(), call.body(Lookup.class).fhirId()))));
    }

    private Route patients() {
        return Route.get("patient-list", "/api/patients", "List the patients' references.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .paged()
                .givesList(PatientRef.class)
                .by(call -> {
                    List<PatientRef> page = charts.patients(call.caller(), call.page());
                    String last =
                            page.isEmpty() ? "" : page.get(page.size() - 1).value();
                    return Reply.page(page, call.page(), last);
                });
    }

    private Route chart() {
        return Route.get("chart-read", "/api/patients/{patient}/chart", "Read a patient's chart.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .gives(PatientChart.class)
                .by(call -> Reply.of(charts.chart(call.caller(), call.patient())));
    }
}

package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingService;
import health.medley.core.billing.CaseRequest;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.Status;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartCounts;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.ChartReader;
import health.medley.core.chart.ChartSource;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.EligibilityQuestion;
import health.medley.core.eligibility.EligibilityService;
import health.medley.itests.support.Said;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host embeds the platform, hands it its own chart and asks it. */
class EmbeddingIT {
    private static final String SNOMED = "http://snomed.info/sct";

    /** 20 minutes of staff time beside G0506, which the rules of planning judge. */
    private static final Map<String, String> EVALUATED = Map.ofEntries(
            Map.entry("id", "one"),
            Map.entry("service_month", "2025-03"),
            Map.entry("setting", "PFS"),
            Map.entry("chronic_conditions", "2"),
            Map.entry("expected_12_months", "Y"),
            Map.entry("significant_risk", "Y"),
            Map.entry("care_plan", "Y"),
            Map.entry("consent_date", "PRIOR"),
            Map.entry("seen_within_12_months", "Y"),
            Map.entry("declared_track", "staff"),
            Map.entry("staff_minutes", "20"),
            Map.entry("billing_role", "MD"),
            Map.entry("other_codes_same_month", "G0506"),
            Map.entry("pos", "11"));

    @TempDir
    private Path folder;

    @Test
    void aHostAsksInTenLines() {
        MedleyConfig config = new MedleyConfig();
        config.contribute(ChartSource.class, "host-chart", "1.0.0", new HostChart());
        try (Medley medley = Medley.start(config)) {
            Caller caller = Caller.of("ehr", "practice-1", Role.HOST, "screening");
            ChartSource charts = medley.port(ChartSource.class, "host-chart");
            EligibilityService eligibility = medley.port(EligibilityService.class);
            ChartQuery query = new ChartQuery(Optional.empty(), java.util.Set.of(), ChartQuery.LONGEST_LINE_BYTES);
            for (PatientChart chart : charts.read(caller, query, new ToList())) {
                EligibilityDecision decision = eligibility.decide(
                        caller,
                        new EligibilityQuestion(
                                "ccm", ServiceMonth.parse("2025-03"), chart, Optional.empty(), Map.of()));
                assertEquals(chart.conditions().size() == 2, decision.eligible(), chart::toString);
            }
        }
    }

    @Test
    void aPractitionerMayEvaluateWhatAnotherProgramsRulesJudge() {
        try (Medley medley = Medley.start(new MedleyConfig())) {
            Caller caller = Caller.of("dr", "practice-1", Role.PRACTITIONER, "evaluate");
            BillingService billing = medley.port(BillingService.class);
            CaseRow row = new CaseRow(2, EVALUATED);
            CaseResult result = billing.evaluate(caller, new CaseRequest("cases.csv", List.of(row), Optional.empty()))
                    .get(0);
            assertEquals(Status.BILL, result.determination().orElseThrow().status(), result::toString);
        }
    }

    @Test
    void twoPlatformsLiveInOneProgram() {
        try (Medley one = Medley.start(new MedleyConfig().directory(folder.resolve("one")));
                Medley two = Medley.start(new MedleyConfig().directory(folder.resolve("two")))) {
            assertTrue(one.readiness().ready());
            assertTrue(two.readiness().ready());
            assertNotEquals(
                    System.identityHashCode(one.port(EligibilityService.class)),
                    System.identityHashCode(two.port(EligibilityService.class)));
            one.close();
            assertTrue(two.readiness().ready(), "the other serves on");
            Said said = Said.by(two, "doctor", folder);
            assertTrue(said.lines().size() > 1, said::toString);
        }
    }

    @Test
    void thePlatformStartsWhereDigitsAreNotAscii() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try (Medley medley = Medley.start(new MedleyConfig().directory(folder.resolve("arabic")))) {
            assertTrue(medley.readiness().ready());
            assertEquals(Locale.forLanguageTag("ar-EG"), Locale.getDefault(Locale.Category.FORMAT));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aSecondPlatformIsKeptOffTheDirectoryOfTheFirst() {
        Path data = folder.resolve("data");
        try (Medley one = Medley.start(new MedleyConfig().directory(data))) {
            MedleyException refused =
                    assertThrows(MedleyException.class, () -> Medley.start(new MedleyConfig().directory(data))
                            .close());
            assertTrue(refused.getMessage().contains(data.toString()), refused::getMessage);
            assertTrue(one.readiness().ready());
        }
    }

    @Test
    void aClosedPlatformSaysThatItIsClosedAndLeavesNothingBehind() {
        Path data = folder.resolve("data");
        Medley medley = Medley.start(new MedleyConfig().directory(data));
        EligibilityService kept = medley.port(EligibilityService.class);
        medley.close();
        medley.close();
        MedleyException closed = assertThrows(MedleyException.class, () -> medley.port(EligibilityService.class));
        assertEquals(ErrorCode.PLATFORM_CLOSED, closed.code());
        assertThrows(MedleyException.class, () -> kept.decide(Said.TESTER, question()));
        assertTrue(!Files.exists(data) || isEmptyBesideTheLock(data), "files left in the directory");
    }

    private static EligibilityQuestion question() {
        return new EligibilityQuestion(
                "ccm", ServiceMonth.parse("2025-03"), HostChart.chart("p", List.of()), Optional.empty(), Map.of());
    }

    private static boolean isEmptyBesideTheLock(Path data) {
        try (var files = Files.list(data)) {
            return files.allMatch(file -> file.getFileName().toString().equals("medley.lock"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The host's chart: two patients, one with diabetes and COPD, one with neither. */
    private static final class HostChart implements ChartSource {
        @Override
        public <R> R read(Caller caller, ChartQuery query, ChartReader<R> reader) {
            reader.patient(chart("a", List.of("44054006", "185086009")));
            reader.patient(chart("b", List.of()));
            return reader.result(new ChartCounts(2, 0, Map.of(), Map.of()));
        }

        static PatientChart chart(String id, List<String> codes) {
            List<ChartCondition> conditions = codes.stream()
                    .map(code -> new ChartCondition(
                            List.of(new ChartCode(SNOMED, code)), Optional.empty(), Optional.empty(), false))
                    .toList();
            return new PatientChart(id, Optional.empty(), Optional.empty(), conditions, List.of(), List.of());
        }
    }

    private static final class ToList implements ChartReader<List<PatientChart>> {
        private final List<PatientChart> charts = new ArrayList<>();

        @Override
        public void patient(PatientChart chart) {
            charts.add(chart);
        }

        @Override
        public void problem(health.medley.core.InputProblem problem) {
            throw new AssertionError(problem);
        }

        @Override
        public List<PatientChart> result(ChartCounts counts) {
            return List.copyOf(charts);
        }
    }
}

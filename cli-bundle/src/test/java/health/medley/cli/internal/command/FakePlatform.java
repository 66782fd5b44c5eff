package health.medley.cli.internal.command;

import health.medley.cli.internal.month.MonthServices;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingService;
import health.medley.core.billing.CaseRequest;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.billing.RuleReport;
import health.medley.core.chart.ChartCounts;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.ChartReader;
import health.medley.core.chart.ChartSource;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.Disease;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSet;
import health.medley.core.rules.RuleSummary;
import health.medley.core.time.CountedTime;
import health.medley.core.time.PerformerOverlap;
import health.medley.core.time.TimeCounter;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeQuestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands in for everything behind the ports, with answers simple enough to work out by hand: 20 minutes logged are
 * billed as 99490, less is not.
 */
final class FakePlatform {

    static final RuleSet RULES = RuleSet.of(
            "ccm-2025",
            "1.0.0",
            "ccm",
            ServiceMonth.parse("2025-01"),
            ServiceMonth.parse("2025-12"),
            Map.of(
                    "program.yaml",
                    "name: ccm-2025\n",
                    "cases.csv",
                    "id,staff_minutes,expected_status,expected_codes,expected_reason\nC1,20,BILL,99490x1,OK\n"));

    /** What is read from a jar or folder of a name; {@link #RULES} from any other. */
    final Map<String, RuleSet> archives = new HashMap<>();

    final FakePorts ports = new FakePorts();
    final List<PatientChart> patients = new ArrayList<>();
    final List<InputProblem> chartProblems = new ArrayList<>();
    final List<PatientMonth> asked = new ArrayList<>();
    final List<PerformerOverlap> overlaps = new ArrayList<>();
    final List<InputProblem> ruleProblems = new ArrayList<>();
    boolean rulesInstalled = true;
    Optional<MedleyException> eligibilityFails = Optional.empty();
    Optional<MedleyException> billingFails = Optional.empty();

    FakePlatform patient(String id) {
        patients.add(new PatientChart(id, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of()));
        return this;
    }

    MonthServices services() {
        return new MonthServices(ports, charts(), this::decide, ledger(), billing(), library());
    }

    EligibilityService eligibility() {
        return this::decide;
    }

    ChartSource charts() {
        return new ChartSource() {
            @Override
            public <R> R read(Caller caller, ChartQuery query, ChartReader<R> reader) {
                ports.expectPinned(caller);
                patients.stream()
                        .filter(chart ->
                                query.patients().isEmpty() || query.patients().contains(chart.patient()))
                        .forEach(reader::patient);
                chartProblems.forEach(reader::problem);
                return reader.result(new ChartCounts(patients.size(), 100, Map.of("Patient", 1L), Map.of()));
            }
        };
    }

    private EligibilityDecision decide(Caller caller, health.medley.core.eligibility.EligibilityQuestion question) {
        ports.expectPinned(caller);
        eligibilityFails.ifPresent(failure -> {
            throw failure;
        });
        boolean eligible = !question.chart().patient().endsWith("x");
        Disease disease = new Disease("diabetes", "Diabetes", List.of("SNOMED:44054006"), Optional.empty());
        return new EligibilityDecision(
                eligible,
                eligible ? List.of(disease, new Disease("asthma", "Asthma", List.of(), Optional.empty())) : List.of(),
                VisitStanding.NONE,
                List.of("NO_CONSENT", "NO_CARE_PLAN"),
                List.of());
    }

    TimeCounter ledger() {
        return new TimeCounter() {
            @Override
            public CountedTime count(Caller caller, TimeQuestion question) {
                throw new AssertionError("Only billing counts time");
            }

            @Override
            public List<PerformerOverlap> overlaps(Caller caller, List<TimeEntry> entries) {
                ports.expectPinned(caller);
                return List.copyOf(overlaps);
            }
        };
    }

    BillingService billing() {
        return new BillingService() {
            @Override
            public List<Determination> determine(Caller caller, PatientMonth question) {
                ports.expectPinned(caller);
                billingFails.ifPresent(failure -> {
                    throw failure;
                });
                asked.add(question);
                long seconds = question.entries().stream()
                        .mapToLong(entry ->
                                entry.end().toEpochSecond() - entry.start().toEpochSecond())
                        .sum();
                return question.enrollments().stream()
                        .map(enrollment -> FakeDecisions.decide(
                                question.rules().orElse(RULES),
                                enrollment.patient(),
                                enrollment.program(),
                                question.month(),
                                seconds))
                        .toList();
            }

            @Override
            public Determination recompute(
                    Caller caller, RuleSet rules, String subject, ServiceMonth month, Map<String, String> facts) {
                ports.expectPinned(caller);
                return FakeDecisions.decide(
                        rules,
                        subject,
                        rules.program(),
                        month,
                        Long.parseLong(facts.getOrDefault("staff_seconds", "0")));
            }

            @Override
            public List<CaseResult> evaluate(Caller caller, CaseRequest request) {
                ports.expectPinned(caller);
                return request.rows().stream()
                        .map(row -> FakeDecisions.result(request.rules().orElse(RULES), request.file(), row))
                        .toList();
            }

            @Override
            public RuleReport check(Caller caller, RuleSet rules) {
                ports.expectPinned(caller);
                String minutes = rules.files().get("cases.csv").contains("C1,20,") ? "20" : "19";
                CaseRow row = new CaseRow(
                        2,
                        Map.of(
                                "id", "C1",
                                "staff_minutes", minutes,
                                "expected_status", "BILL",
                                "expected_codes", "99490x1",
                                "expected_reason", "OK"));
                List<CaseResult> cases =
                        ruleProblems.isEmpty() ? List.of(FakeDecisions.result(rules, "cases.csv", row)) : List.of();
                return new RuleReport(rules.ref(), ruleProblems, cases);
            }
        };
    }

    RuleLibrary library() {
        return new RuleLibrary() {
            @Override
            public RuleSet find(Caller caller, String program, ServiceMonth month) {
                return RULES;
            }

            @Override
            public List<String> programs(Caller caller, ServiceMonth month) {
                ports.expectPinned(caller);
                return rulesInstalled && RULES.covers("ccm", month) ? List.of("ccm") : List.of();
            }

            @Override
            public List<RuleSummary> list(Caller caller) {
                ports.expectPinned(caller);
                return rulesInstalled
                        ? List.of(new RuleSummary(RULES.ref(), "ccm", RULES.from(), RULES.to(), true, "The only one."))
                        : List.of();
            }

            @Override
            public RuleSet read(Caller caller, Path archive) {
                ports.expectPinned(caller);
                if (!Files.exists(archive)) {
                    throw new MedleyException(ErrorCode.FILE_UNREADABLE, "Reading rules: nothing is there.");
                }
                if (Files.exists(archive.resolve("evil.class"))) {
                    throw new MedleyException(ErrorCode.RULES_INVALID, "Reading rules: the folder holds code.");
                }
                return archives.getOrDefault(String.valueOf(archive.getFileName()), RULES);
            }
        };
    }
}

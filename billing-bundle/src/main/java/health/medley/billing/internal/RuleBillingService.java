package health.medley.billing.internal;

import health.medley.billing.internal.plan.RuleCompiler;
import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.Caller;
import health.medley.core.InputProblem;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingService;
import health.medley.core.billing.CaseRequest;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.billing.RuleReport;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSet;
import health.medley.core.time.TimeCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decide by the rule sets of the library, what eligibility says of the patient and the ledger of the time. */
@Component(service = BillingService.class)
public final class RuleBillingService implements BillingService {
    private static final String CASES = "cases.csv";
    private static final String PARAMETER = "parameter:";

    private final EligibilityService eligibility;
    private final TimeCounter time;
    private final RuleLibrary library;
    private final PlanCache plans = new PlanCache();

    /** Hold the ports it asks. */
    @Activate
    public RuleBillingService(
            @Reference EligibilityService eligibility, @Reference TimeCounter time, @Reference RuleLibrary library) {
        this.eligibility = eligibility;
        this.time = time;
        this.library = library;
    }

    @Override
    public List<Determination> determine(Caller caller, PatientMonth question) {
        return month(caller, question).all();
    }

    private MonthDetermination month(Caller caller, PatientMonth question) {
        LibraryRules rules = new LibraryRules(caller, library, plans, question.rules(), false);
        return new MonthDetermination(caller, question, eligibility, time, rules, plans);
    }

    /** The enrollments that have rules, with their facts, before the lawful set is found. */
    List<SetEntry> entries(Caller caller, PatientMonth question) {
        return month(caller, question).entries();
    }

    @Override
    public Determination recompute(
            Caller caller, RuleSet rules, String subject, ServiceMonth month, Map<String, String> facts) {
        Map<String, String> overrides = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (name.startsWith(PARAMETER)) {
                overrides.put(name.substring(PARAMETER.length()), value);
            }
        });
        return plans.of(rules, overrides)
                .decide(
                        subject,
                        month,
                        facts.getOrDefault(MonthDetermination.ENROLLED, rules.program()),
                        facts,
                        List.of());
    }

    @Override
    public List<CaseResult> evaluate(Caller caller, CaseRequest request) {
        CaseEvaluation cases =
                new CaseEvaluation(request.file(), new LibraryRules(caller, library, plans, request.rules(), true));
        return request.rows().stream().map(cases::evaluate).toList();
    }

    @Override
    public RuleReport check(Caller caller, RuleSet rules) {
        RuleProblems problems = new RuleProblems();
        boolean compiled = RuleCompiler.compileAll(rules, Map.of(), problems).isPresent();
        String text = rules.files().get(CASES);
        if (text == null) {
            problems.add(
                    CASES, 0, "", "", "The rule set has no cases.", "Add " + CASES + " with a case for each value.");
        }
        List<CaseRow> rows = text == null ? List.of() : rows(text, problems);
        problems.addAll(RuleCoverage.problems(rules, rows));
        List<InputProblem> found = problems.all();
        List<CaseResult> results =
                compiled ? evaluate(caller, new CaseRequest(CASES, rows, Optional.of(rules))) : List.of();
        return new RuleReport(rules.ref(), found, results);
    }

    private static List<CaseRow> rows(String text, RuleProblems problems) {
        List<CaseRow> rows = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(CASES, text, problems).rows()) {
            rows.add(new CaseRow(row.line(), row.columns()));
        }
        return rows;
    }
}

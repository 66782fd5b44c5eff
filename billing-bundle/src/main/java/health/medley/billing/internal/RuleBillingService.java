package health.medley.billing.internal;

import health.medley.billing.internal.facts.MonthFacts;
import health.medley.billing.internal.plan.PlanParts;
import health.medley.billing.internal.plan.RuleCompiler;
import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
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
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.EligibilityQuestion;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSet;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decide by the rule sets of the library, what eligibility says of the patient and the ledger of the time. */
@Component(service = BillingService.class)
public final class RuleBillingService implements BillingService {
    private static final String CASES = "cases.csv";

    private final EligibilityService eligibility;
    private final TimeLedger time;
    private final RuleLibrary library;
    private final PlanCache plans = new PlanCache();
    private final CasePrograms programs = new CasePrograms();

    /** Hold the ports it asks. */
    @Activate
    public RuleBillingService(
            @Reference EligibilityService eligibility, @Reference TimeLedger time, @Reference RuleLibrary library) {
        this.eligibility = eligibility;
        this.time = time;
        this.library = library;
    }

    @Override
    public Determination determine(Caller caller, PatientMonth question) {
        String program = question.enrollment().program();
        String patient = question.enrollment().patient();
        Optional<MonthEvaluation> rules = installed(caller, program, question.month());
        String setting = question.practice().setting().name();
        if (rules.isEmpty() || !rules.get().knows(setting, question.enrollment().track())) {
            return NoRules.answer(
                    patient,
                    question.month(),
                    program,
                    "No installed rules know the program " + program + " in " + question.month()
                            + " for a practice paid as " + setting + " and the track "
                            + question.enrollment().track() + ".");
        }
        PlanParts plan = rules.get().plan().parts();
        EligibilityDecision decision = eligibility.decide(
                caller,
                new EligibilityQuestion(
                        program,
                        question.month(),
                        question.chart(),
                        Optional.of(question.enrollment()),
                        question.chronicOverrides()));
        CountedTime counted = time.count(caller, MonthFacts.timeQuestion(question, plan));
        Map<String, String> facts = MonthFacts.of(question, plan, decision, counted);
        return rules.get()
                .decide(patient, question.month(), facts, false, MonthFindings.of(question, plan, decision, counted));
    }

    private Optional<MonthEvaluation> installed(Caller caller, String program, ServiceMonth month) {
        try {
            return Optional.of(plans.of(library.find(caller, program, month)));
        } catch (MedleyException e) {
            if (e.code().equals(ErrorCode.RULES_ABSENT)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<CaseResult> evaluate(Caller caller, CaseRequest request) {
        Optional<RuleSet> only = request.rules();
        CaseEvaluation cases = new CaseEvaluation(
                request.file(),
                programs,
                (program, month) -> only.isPresent()
                        ? only.filter(rules -> rules.covers(program, month)).map(plans::of)
                        : installed(caller, program, month));
        return request.rows().stream().map(cases::evaluate).toList();
    }

    @Override
    public RuleReport check(Caller caller, RuleSet rules) {
        RuleProblems problems = new RuleProblems();
        Optional<MonthEvaluation> compiled =
                RuleCompiler.compile(rules, problems).map(MonthEvaluation::new);
        String text = rules.files().get(CASES);
        if (text == null) {
            problems.add(
                    CASES, 0, "", "", "The rule set has no cases.", "Add " + CASES + " with a case for each value.");
        }
        List<CaseRow> rows = text == null ? List.of() : rows(text, problems);
        problems.addAll(RuleCoverage.problems(rules, rows));
        List<InputProblem> found = problems.all();
        if (compiled.isEmpty()) {
            return new RuleReport(rules.ref(), found, List.of());
        }
        CaseEvaluation cases = new CaseEvaluation(
                CASES, programs, (program, month) -> rules.covers(program, month) ? compiled : Optional.empty());
        return new RuleReport(
                rules.ref(), found, rows.stream().map(cases::evaluate).toList());
    }

    private static List<CaseRow> rows(String text, RuleProblems problems) {
        List<CaseRow> rows = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(CASES, text, problems).rows()) {
            rows.add(new CaseRow(row.line(), row.columns()));
        }
        return rows;
    }
}

package health.medley.eligibility.internal;

import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.eligibility.Disease;
import health.medley.core.eligibility.EligibilityCriterion;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.EligibilityQuestion;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleRef;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Decide from the chart, the enrollment and the parameters of the month's rules, and let contributed criteria add their
 * findings.
 *
 * <p>A finding is {@code FAILED} exactly where it makes the patient not eligible. What is only missing for billing is
 * told in {@code missing}.
 */
@Component(service = EligibilityService.class)
public final class ChartEligibilityService implements EligibilityService {
    private static final int MOST_RULE_SETS_KEPT = 64;

    private final RuleLibrary rules;
    private final ChronicList chronicList = ChronicList.shipped();
    private final Map<RuleRef, EligibilityParameters> parametersRead = new ConcurrentHashMap<>();
    private volatile List<Criterion> criteria = List.of();

    /** Answer by the rule sets of {@code rules}. */
    @Activate
    public ChartEligibilityService(@Reference RuleLibrary rules) {
        this.rules = rules;
    }

    /** Ask one more contributed criterion from now on; criteria are asked in the order of their ids. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addCriterion(EligibilityCriterion criterion, Map<String, Object> properties) {
        List<Criterion> more = new ArrayList<>(criteria);
        more.add(new Criterion(String.valueOf(properties.get(Contract.ID)), criterion));
        more.sort((one, other) -> one.id().compareTo(other.id()));
        criteria = List.copyOf(more);
    }

    synchronized void removeCriterion(EligibilityCriterion criterion) {
        criteria = criteria.stream()
                .filter(asked -> asked.criterion() != criterion)
                .toList();
    }

    @Override
    public EligibilityDecision decide(Caller caller, EligibilityQuestion question) {
        RuleSet ruling = question.rules().orElseGet(() -> rules.find(caller, question.program(), question.month()));
        EligibilityParameters parameters = parameters(ruling);
        ChronicJudge judge = new ChronicJudge(chronicList, question.chronicOverrides());
        List<Disease> diseases =
                new DiseaseCount(question.month(), judge).of(question.chart().conditions());
        VisitFindings visit = visit(parameters, question);
        List<Finding> findings = new ArrayList<>();
        findings.add(ChartFindings.conditions(parameters.minimumConditions(), question.month(), diseases));
        findings.add(ChartFindings.alive(question.month(), question.chart()));
        findings.addAll(visit.findings());
        criteria.forEach(asked -> findings.add(asked.criterion().check(caller, question)));
        return new EligibilityDecision(
                findings.stream().noneMatch(finding -> finding.outcome() == Outcome.FAILED),
                diseases,
                visit.standing(),
                missing(parameters, question, visit.standing()),
                findings);
    }

    private static VisitFindings visit(EligibilityParameters parameters, EligibilityQuestion question) {
        return question.enrollment()
                .map(enrollment -> new InitiatingVisitCheck(
                                parameters,
                                question.month(),
                                enrollment,
                                question.chart().encounters())
                        .check())
                .orElseGet(() -> new VisitFindings(VisitStanding.NONE, List.of()));
    }

    private static List<String> missing(
            EligibilityParameters parameters, EligibilityQuestion question, VisitStanding visit) {
        return question.enrollment()
                .map(enrollment -> MissingItems.of(enrollment, question.month(), visit, parameters.consentItems()))
                .orElseGet(MissingItems::withoutEnrollment);
    }

    private EligibilityParameters parameters(RuleSet found) {
        if (parametersRead.size() > MOST_RULE_SETS_KEPT) {
            // what is dropped is read again when asked for
            parametersRead.clear();
        }
        return parametersRead.computeIfAbsent(found.ref(), ref -> EligibilityParameters.of(found));
    }

    /** One contributed criterion and its id. */
    private record Criterion(String id, EligibilityCriterion criterion) {
        Criterion {
            Objects.requireNonNull(id, "id");
        }
    }
}

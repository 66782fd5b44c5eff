package health.medley.benchmarks.engine;

import health.medley.benchmarks.workload.Answer;
import health.medley.billing.internal.plan.PlanDecision;
import health.medley.billing.internal.plan.RulePlan;
import java.util.List;

/** Read a plan's decision as an answer of the workload. */
final class PlanAnswers {

    private static final List<String> FAMILIES = List.of("", "staff", "complex", "practitioner");

    private final int[] families;
    private final int firstNotOfEligibility;

    PlanAnswers(RulePlan plan) {
        families = plan.parts().families().stream()
                .mapToInt(family -> FAMILIES.indexOf(family.name()))
                .toArray();
        firstNotOfEligibility = plan.parts().order().indexOf("EXCLUDED");
    }

    int answer(long decision) {
        if (PlanDecision.reason(decision) < firstNotOfEligibility) {
            return Answer.of(false, Answer.NONE, 0);
        }
        int family = PlanDecision.family(decision);
        return family == PlanDecision.NO_FAMILY
                ? Answer.of(true, Answer.NONE, 0)
                : Answer.of(true, families[family], PlanDecision.addOnUnits(decision, 0));
    }
}

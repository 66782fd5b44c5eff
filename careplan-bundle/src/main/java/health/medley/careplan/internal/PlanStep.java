package health.medley.careplan.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.PlanStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done with a plan, and where it must stand for it. */
enum PlanStep {
    REVISE(EnumSet.of(PlanStatus.DRAFT, PlanStatus.ACTIVE, PlanStatus.REVISED)),
    APPROVE(EnumSet.of(PlanStatus.DRAFT, PlanStatus.REVISED)),
    GIVE_COPY(EnumSet.of(PlanStatus.ACTIVE, PlanStatus.REVISED)),
    NOTE(EnumSet.of(PlanStatus.ACTIVE, PlanStatus.REVISED)),
    CLOSE(EnumSet.of(PlanStatus.DRAFT, PlanStatus.ACTIVE, PlanStatus.REVISED));

    private final Set<PlanStatus> from;

    PlanStep(Set<PlanStatus> from) {
        this.from = from;
    }

    /**
     * Check that a plan stands so that this can be done.
     *
     * @throws MedleyException {@code STATE_INVALID}
     */
    void check(CarePlan plan) {
        if (!from.contains(plan.status())) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "To " + words() + " a care plan that is " + plan.status() + ": expected " + from
                            + "; what can be done with it now: " + possible(plan.status()));
        }
    }

    private static String possible(PlanStatus status) {
        String steps = Arrays.stream(values())
                .filter(step -> step.from.contains(status))
                .map(PlanStep::words)
                .collect(Collectors.joining(", "));
        return steps.isEmpty() ? "nothing; draft a new plan" : steps;
    }

    private String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

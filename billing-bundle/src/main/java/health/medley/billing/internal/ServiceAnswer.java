package health.medley.billing.internal;

import health.medley.billing.internal.facts.FactRow;
import health.medley.billing.internal.kernel.Kernel;
import health.medley.billing.internal.kernel.Proposal;
import health.medley.billing.internal.plan.Check;
import health.medley.billing.internal.plan.Explanation;
import health.medley.billing.internal.plan.PlanDecision;
import health.medley.billing.internal.plan.PlanParts;
import health.medley.core.Finding;
import health.medley.core.Money;
import health.medley.core.Outcome;
import health.medley.core.billing.Status;
import health.medley.core.practice.OtherCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hold what one service answers to the facts of a month.
 *
 * @param evaluation the service
 * @param facts the facts it saw
 * @param row the same, numbered
 * @param decision what its plan decides
 * @param day the date of service
 * @param own its own codes
 * @param ruling what the kernel says to them
 */
record ServiceAnswer(
        ServiceEvaluation evaluation,
        Map<String, String> facts,
        FactRow row,
        long decision,
        LocalDate day,
        List<Proposal.Line> own,
        Kernel.Ruling ruling) {

    static Status status(long decision) {
        return Status.values()[PlanDecision.status(decision)];
    }

    Status status() {
        return ruling.status();
    }

    /** Whether anybody asked for the service. */
    boolean asked() {
        return evaluation.plan().asked(row);
    }

    /** Whether the kernel stopped what the rules proposed. */
    boolean stopped() {
        return ruling.status() != status(decision) && !ruling.findings().isEmpty();
    }

    /** Place of the reason in the program's order; what the kernel stops goes before all. */
    int place() {
        return stopped() ? -1 : PlanDecision.reason(decision);
    }

    String reason() {
        return stopped() ? ruling.findings().get(0).code() : evaluation.parts().reason(PlanDecision.reason(decision));
    }

    /** The codes that go or would go; none for NO_BILL. */
    List<Proposal.Line> billed() {
        return status() == Status.NO_BILL ? List.of() : own;
    }

    /** Family and units the decision rests on, also where the base is already on a claim. */
    long lines() {
        return evaluation.plan().lines(row, decision);
    }

    /** The modifier a code of its own needs; empty for none. */
    String modifier(String code) {
        return evaluation.parts().marked().isEmpty()
                ? ""
                : evaluation.plan().modifiers(row, lines()).getOrDefault(code, "");
    }

    /** Checks about other services' codes that fire. */
    List<Check> firing() {
        long lines = lines();
        List<Check> firing = new ArrayList<>();
        for (Check check : evaluation.parts().checks()) {
            if (check.other().isPresent() && evaluation.plan().fires(check, row, lines)) {
                firing.add(check);
            }
        }
        return firing;
    }

    /** The first check that fires and refuses a code. */
    Optional<Check> refusal(OtherCode code) {
        return firing().stream()
                .filter(check -> check.other().orElseThrow().refused() && isAbout(check, code))
                .findFirst();
    }

    /** Whether a check is about a code of a practitioner. */
    boolean isAbout(Check check, OtherCode code) {
        return evaluation.isAbout(check, code);
    }

    /** What its codes pay; a code without a fee adds a finding. */
    Money amount(List<Finding> findings) {
        PlanParts parts = evaluation.parts();
        String locality = facts.getOrDefault("locality", "");
        for (Proposal.Line line : billed()) {
            if (evaluation.fee(line.rule().code(), facts, day).isEmpty()) {
                findings.add(Finding.of(
                        "RATE_MISSING",
                        Outcome.HOLD,
                        "There is no fee for " + line.rule().code() + " on " + day
                                + (parts.fees().prices(locality, day)
                                        ? "."
                                        : " in locality " + locality + ": its adjustment is not in the rule set.")));
            }
        }
        return evaluation.amount(billed(), facts, day);
    }

    List<Finding> explanation() {
        return Explanation.of(evaluation.plan(), row, facts, decision);
    }
}

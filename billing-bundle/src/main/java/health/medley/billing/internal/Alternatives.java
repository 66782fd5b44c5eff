package health.medley.billing.internal;

import health.medley.billing.internal.kernel.Proposal;
import health.medley.billing.internal.plan.Check;
import health.medley.billing.internal.plan.CodeRule;
import health.medley.billing.internal.plan.Family;
import health.medley.billing.internal.plan.PlanDecision;
import health.medley.core.CareTime;
import health.medley.core.Clause;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.billing.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Say which other families of codes a program could have billed, and why each was not. */
final class Alternatives {
    /** Code of the finding that names an alternative. */
    static final String CODE = "ALTERNATIVE";

    private final ServiceAnswer answer;
    private final ServiceEvaluation service;
    private final int chosen;
    private final int[] tried;
    private final List<Finding> findings = new ArrayList<>();

    private Alternatives(ServiceAnswer answer) {
        this.answer = answer;
        this.service = answer.evaluation();
        this.chosen = answer.status() == Status.NO_BILL ? PlanDecision.NO_FAMILY : PlanDecision.family(answer.lines());
        this.tried = service.plan().choice().tried(answer.row());
    }

    /** The alternatives of every service somebody asked for. */
    static List<Finding> of(ProgramAnswer answer) {
        List<Finding> findings = new ArrayList<>();
        for (ServiceAnswer one : answer.services()) {
            if (one.asked() && one.evaluation().parts().families().size() > 1) {
                findings.addAll(new Alternatives(one).all());
            }
        }
        return findings;
    }

    private List<Finding> all() {
        for (Family family : service.parts().families()) {
            if (family.number() != chosen) {
                add(family);
            }
        }
        return findings;
    }

    private void add(Family family) {
        long lines = service.offers().lines(family.number(), answer.row());
        if (PlanDecision.family(lines) == PlanDecision.NO_FAMILY) {
            add(
                    family.base().code(),
                    List.of(),
                    below(family.base()),
                    Optional.of(family.base().clauses().time().clause()));
            return;
        }
        List<Proposal.Line> own = service.lines(lines);
        String codes = own.stream()
                .map(line -> line.rule().code() + "x" + line.units())
                .collect(Collectors.joining("+"));
        Optional<Check> unmet =
                service.offers().unmet(family.number(), answer.row()).stream().findFirst();
        if (unmet.isPresent()) {
            add(codes, own, "it needs: " + unmet.get().name(), unmet.map(check -> check.clause()
                    .clause()));
        } else {
            add(codes, own, why(family), Optional.empty());
        }
    }

    private void add(String codes, List<Proposal.Line> own, String why, Optional<Clause> clause) {
        String amount = service.amount(own, answer.facts(), answer.day()).toString();
        findings.add(finding(codes, amount, why, clause));
    }

    private String below(CodeRule base) {
        if (base.timeSlot() < 0) {
            return "it is not valid on " + answer.day();
        }
        long seconds = service.offers().seconds(base, answer.row());
        return seconds >= base.floor()
                ? "it is not valid on " + answer.day()
                : new CareTime(seconds).inWords() + " of " + new CareTime(base.floor()).inWords() + " needed";
    }

    private String why(Family family) {
        if (answer.status() == Status.NO_BILL) {
            return "nothing of this is billed: " + answer.reason();
        }
        if (service.parts().highestAmount()) {
            return "it pays no more";
        }
        for (int one : tried) {
            if (one == family.number()) {
                return "the declared track goes first to what is billed";
            }
        }
        return "the practice does not declare its track";
    }

    /** The finding of one rejected alternative. */
    static Finding finding(String codes, String amount, String why, Optional<Clause> clause) {
        return new Finding(
                CODE,
                Outcome.NOTE,
                "Instead, " + codes + " (" + amount + " dollars) was looked at: " + why + ".",
                Map.of("amount", amount, "codes", codes, "why", why),
                clause,
                Optional.empty());
    }
}

package health.medley.billing.internal;

import health.medley.billing.internal.facts.CanonicalFacts;
import health.medley.billing.internal.facts.FactRow;
import health.medley.billing.internal.facts.FactText;
import health.medley.billing.internal.kernel.Kernel;
import health.medley.billing.internal.kernel.Proposal;
import health.medley.billing.internal.plan.CodeRule;
import health.medley.billing.internal.plan.Explanation;
import health.medley.billing.internal.plan.Family;
import health.medley.billing.internal.plan.PlanDecision;
import health.medley.billing.internal.plan.PlanParts;
import health.medley.billing.internal.plan.RulePlan;
import health.medley.core.CareTime;
import health.medley.core.ErrorCode;
import health.medley.core.Finding;
import health.medley.core.MedleyException;
import health.medley.core.Money;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turn facts into a determination by a plan: decide, explain, and let the kernel look at it. Pure. */
final class MonthEvaluation {
    /** Most steps one decision may take; a rule set that needs more is refused. */
    static final int MOST_STEPS = 20_000;

    private final RulePlan plan;
    private final PlanParts parts;
    private final Kernel kernel;

    MonthEvaluation(RulePlan plan) {
        this.plan = plan;
        this.parts = plan.parts();
        this.kernel = new Kernel(parts.codes().stream().collect(Collectors.toMap(CodeRule::code, CodeRule::family)));
        if (plan.steps() > MOST_STEPS) {
            throw new MedleyException(
                    ErrorCode.RULES_EXHAUSTED,
                    "Evaluating " + parts.ref() + ": a decision may take " + plan.steps() + " steps, at most "
                            + MOST_STEPS + " are allowed. Give the rule set fewer conditions.");
        }
    }

    /** Whether these rules know a practice paid in this way and a track. */
    boolean knows(String setting, String track) {
        return (parts.settings().isEmpty() || parts.settings().contains(setting))
                && (parts.highestAmount() || parts.tracks().containsKey(track));
    }

    RulePlan plan() {
        return plan;
    }

    /**
     * Decide.
     *
     * @param subject the patient's or the case's id
     * @param month the service month
     * @param facts the facts by name
     * @param wholeSet whether other services' codes that stand are part of the answer
     * @param further findings to add
     */
    Determination decide(
            String subject, ServiceMonth month, Map<String, String> facts, boolean wholeSet, List<Finding> further) {
        FactRow row = FactRow.of(plan, facts);
        long decision = plan.decide(row);
        LocalDate day = FactText.day(facts.getOrDefault("date_of_service", "")).orElse(month.lastDay());
        List<Proposal.Line> own = lines(decision);
        Kernel.Ruling ruling = kernel.rule(new Proposal(status(decision), own, day, facts));
        StandingCodes standing = StandingCodes.of(plan, row, facts, plan.lines(row, decision), day);
        List<Finding> findings = new ArrayList<>();
        List.of(Explanation.of(plan, row, facts, decision), standing.findings(), further, ruling.findings())
                .forEach(findings::addAll);
        Status status = ruling.status();
        List<CodeLine> codes = status == Status.NO_BILL ? new ArrayList<>() : codes(own);
        if (wholeSet) {
            codes = together(codes, standing, facts);
            status = status == Status.NO_BILL && !codes.isEmpty() ? Status.BILL : status;
        }
        Money amount = ruling.status() == Status.NO_BILL ? Money.ZERO : amount(own, facts, day, findings);
        return new Determination(
                subject,
                month,
                parts.program(),
                status,
                codes,
                amount,
                reason(decision, ruling),
                time(facts, "staff_seconds"),
                time(facts, "practitioner_seconds"),
                status == Status.NO_BILL ? Optional.empty() : Optional.of(day),
                Optional.of(parts.ref()),
                facts,
                CanonicalFacts.sha256(facts),
                findings);
    }

    private String reason(long decision, Kernel.Ruling ruling) {
        boolean stopped =
                ruling.status() != status(decision) && !ruling.findings().isEmpty();
        return stopped ? ruling.findings().get(0).code() : parts.reason(PlanDecision.reason(decision));
    }

    private static Status status(long decision) {
        return Status.values()[PlanDecision.status(decision)];
    }

    private List<Proposal.Line> lines(long decision) {
        List<Proposal.Line> lines = new ArrayList<>();
        int number = PlanDecision.family(decision);
        if (number == PlanDecision.NO_FAMILY) {
            return lines;
        }
        Family family = parts.families().get(number);
        if (PlanDecision.baseUnits(decision) > 0) {
            lines.add(new Proposal.Line(family.base(), PlanDecision.baseUnits(decision)));
        }
        for (int i = 0; i < family.addOns().size(); i++) {
            int units = PlanDecision.addOnUnits(decision, i);
            if (units > 0) {
                lines.add(new Proposal.Line(family.addOns().get(i), units));
            }
        }
        return lines;
    }

    private static List<CodeLine> codes(List<Proposal.Line> own) {
        return own.stream()
                .map(line -> new CodeLine(line.rule().code(), "", line.units(), ""))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<CodeLine> together(List<CodeLine> own, StandingCodes standing, Map<String, String> facts) {
        List<CodeLine> all = new ArrayList<>();
        Optional<CodeLine> visit = standing.visit(facts);
        visit.ifPresent(all::add);
        all.addAll(own);
        Set<String> billed = own.stream().map(CodeLine::code).collect(Collectors.toSet());
        standing.ours().stream()
                .filter(line -> visit.isEmpty() || !line.equals(visit.get()))
                .filter(line -> !billed.contains(line.code()))
                .forEach(all::add);
        if (all.isEmpty() || standing.theirs().isEmpty()) {
            return all;
        }
        List<CodeLine> named = all.stream()
                .map(line -> new CodeLine(line.code(), line.modifier(), line.units(), "P1"))
                .collect(Collectors.toCollection(ArrayList::new));
        named.addAll(standing.theirs());
        return named;
    }

    private Money amount(List<Proposal.Line> own, Map<String, String> facts, LocalDate day, List<Finding> findings) {
        boolean facility = parts.parameters()
                .getOrDefault(PlanParts.FACILITY_PLACES, List.of())
                .contains(facts.getOrDefault("place_of_service", ""));
        String locality = facts.getOrDefault("locality", "");
        Money sum = Money.ZERO;
        for (Proposal.Line line : own) {
            Optional<Money> fee = parts.fees().fee(line.rule().code(), day, facility, locality);
            if (fee.isEmpty()) {
                findings.add(Finding.of(
                        "RATE_MISSING",
                        Outcome.HOLD,
                        "There is no fee for " + line.rule().code() + " on " + day
                                + (parts.fees().prices(locality, day)
                                        ? "."
                                        : " in locality " + locality + ": its adjustment is not in the rule set.")));
            }
            sum = sum.plus(fee.orElse(Money.ZERO).times(line.units()));
        }
        return sum;
    }

    private static CareTime time(Map<String, String> facts, String name) {
        return new CareTime(FactText.count(facts.getOrDefault(name, "0")).orElse(0L));
    }
}

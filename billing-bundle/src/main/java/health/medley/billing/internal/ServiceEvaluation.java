package health.medley.billing.internal;

import health.medley.billing.internal.facts.FactRow;
import health.medley.billing.internal.facts.FactSlots;
import health.medley.billing.internal.facts.FactText;
import health.medley.billing.internal.kernel.Kernel;
import health.medley.billing.internal.kernel.Proposal;
import health.medley.billing.internal.plan.Check;
import health.medley.billing.internal.plan.CodeGroup;
import health.medley.billing.internal.plan.CodeRule;
import health.medley.billing.internal.plan.Family;
import health.medley.billing.internal.plan.FamilyOffers;
import health.medley.billing.internal.plan.PlanDecision;
import health.medley.billing.internal.plan.PlanParts;
import health.medley.billing.internal.plan.RulePlan;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Money;
import health.medley.core.practice.OtherCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decide one service of a program by its plan, and let the kernel look at it. Immutable. */
final class ServiceEvaluation {
    /** Most steps one decision may take; a rule set that needs more is refused. */
    static final int MOST_STEPS = 20_000;

    /** Fact that tells the codes of claims and of other programs from those of the program's other services. */
    static final String CLAIMED = "claimed_codes";
    /** Value of that fact where there are none. */
    static final String NONE = "none";

    private final RulePlan plan;
    private final PlanParts parts;
    private final FactSlots slots;
    private final Kernel kernel;
    private final FamilyOffers offers;
    private final Set<String> mentioned;

    ServiceEvaluation(RulePlan plan) {
        this.plan = plan;
        this.parts = plan.parts();
        this.slots = new FactSlots(plan);
        this.kernel = new Kernel(parts.codes().stream()
                .collect(Collectors.toMap(CodeRule::code, CodeRule::family, (one, other) -> one)));
        this.offers = new FamilyOffers(plan);
        this.mentioned = mentionedCodes();
        if (plan.steps() > MOST_STEPS) {
            throw new MedleyException(
                    ErrorCode.RULES_EXHAUSTED,
                    "Evaluating " + parts.ref() + ": a decision may take " + plan.steps() + " steps, at most "
                            + MOST_STEPS + " are allowed. Give the rule set fewer conditions.");
        }
    }

    private Set<String> mentionedCodes() {
        Set<String> codes = parts.codes().stream().map(CodeRule::code).collect(Collectors.toCollection(HashSet::new));
        parts.groups().stream()
                .filter(group -> plan.slots().stream().anyMatch(slot -> slot.startsWith(group.name() + "@")))
                .forEach(group -> codes.addAll(group.codes()));
        return Set.copyOf(codes);
    }

    RulePlan plan() {
        return plan;
    }

    PlanParts parts() {
        return parts;
    }

    /** The service's name; empty for a program that has only one. */
    String service() {
        return parts.service();
    }

    FamilyOffers offers() {
        return offers;
    }

    /** The codes the rules look at: those of the service's families and of the groups its conditions use. */
    Set<String> mentioned() {
        return mentioned;
    }

    /** Number the facts as the service sees them. */
    FactRow row(Map<String, String> facts) {
        return slots.row(facts);
    }

    /** Decide the facts as the service sees them. */
    ServiceAnswer answer(Map<String, String> facts) {
        FactRow row = row(facts);
        long decision = plan.decide(row);
        LocalDate day = FactText.day(facts.getOrDefault("date_of_service", ""))
                .or(() -> FactText.day(facts.getOrDefault("month_end", "")))
                .orElse(parts.last());
        List<Proposal.Line> own = lines(decision);
        Kernel.Ruling ruling =
                kernel.rule(new Proposal(ServiceAnswer.status(decision), own, day, facts, claimed(facts)));
        return new ServiceAnswer(this, facts, row, decision, day, own, ruling);
    }

    /** Codes on a claim before this program: where siblings' codes are among the others', they are told apart. */
    private static String claimed(Map<String, String> facts) {
        String claimed = facts.getOrDefault(CLAIMED, facts.getOrDefault("other_codes", ""));
        return claimed.equals(NONE) ? "" : claimed;
    }

    /** Whether a check is about a code of a practitioner. */
    boolean isAbout(Check check, OtherCode code) {
        Check.OtherCodes other = check.other().orElseThrow();
        boolean us = code.practitioner().equals(OtherCode.US);
        if (us ? !other.byUs() : !other.byOthers()) {
            return false;
        }
        for (CodeGroup group : parts.groups()) {
            if (group.name().equals(other.group()) && group.codes().contains(code.code())) {
                return true;
            }
        }
        return false;
    }

    /** The codes and units of a decision. */
    List<Proposal.Line> lines(long decision) {
        int number = PlanDecision.family(decision);
        if (number == PlanDecision.NO_FAMILY) {
            return List.of();
        }
        List<Proposal.Line> lines = new ArrayList<>();
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

    /** The fee of a code under the facts of a month; empty if there is none. */
    Optional<Money> fee(String code, Map<String, String> facts, LocalDate day) {
        boolean facility = parts.parameters()
                .getOrDefault(PlanParts.FACILITY_PLACES, List.of())
                .contains(facts.getOrDefault("place_of_service", ""));
        return parts.fees().fee(code, day, facility, facts.getOrDefault("locality", ""));
    }

    /** What lines pay, as far as there are fees. */
    Money amount(List<Proposal.Line> lines, Map<String, String> facts, LocalDate day) {
        Money sum = Money.ZERO;
        for (Proposal.Line line : lines) {
            sum = sum.plus(
                    fee(line.rule().code(), facts, day).orElse(Money.ZERO).times(line.units()));
        }
        return sum;
    }
}

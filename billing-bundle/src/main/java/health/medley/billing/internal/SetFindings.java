package health.medley.billing.internal;

import health.medley.billing.internal.plan.Check;
import health.medley.billing.internal.set.BestSet;
import health.medley.billing.internal.set.SetLaws;
import health.medley.core.Clause;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.billing.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Say of every service that lost to another, or got less time, what it would have billed alone and why it does not. */
final class SetFindings {
    private final List<SetMember> members;
    private final BestSet best;
    private final RuleLaws laws;

    SetFindings(List<SetMember> members, BestSet best, RuleLaws laws) {
        this.members = members;
        this.best = best;
        this.laws = laws;
    }

    void addTo(List<List<Finding>> findings) {
        for (int member = 0; member < members.size(); member++) {
            SetMember of = members.get(member);
            Optional<SetOffer> alone = alone(member);
            int chosen = best.of(member);
            boolean less = alone.isPresent()
                    && (chosen == SetLaws.NOTHING
                            || of.offers().get(chosen).lines() != alone.get().lines());
            if (less) {
                findings.get(of.entry()).add(rejected(member, alone.get()));
            }
        }
        if (best.contested()) {
            findings.forEach(each -> each.add(Finding.of(
                    "SET_CONTESTED",
                    Outcome.WARNING,
                    "The rules of these programs each go before another in a circle; somebody should look at them.")));
        }
    }

    /** What a member would bill if nothing else were billed. */
    private Optional<SetOffer> alone(int member) {
        SetMember of = members.get(member);
        if (of.offers().isEmpty()) {
            return Optional.empty();
        }
        ServiceAnswer answer = of.service().answer(of.facts());
        return answer.status() == Status.NO_BILL
                ? Optional.empty()
                : of.offers().stream()
                        .filter(offer -> offer.lines() == answer.lines())
                        .findFirst();
    }

    private Finding rejected(int member, SetOffer offer) {
        SetMember of = members.get(member);
        int[] choice = best.choice();
        String why = "its minutes also count for " + others(member) + ", and a second counts once";
        Optional<Clause> clause = Optional.empty();
        choice[member] = of.offers().indexOf(offer);
        ServiceAnswer beside = laws.answer(choice, member, offer.facts());
        if (beside.status() == Status.NO_BILL) {
            why = "beside " + others(member) + " its own rules exclude it: " + beside.reason();
            clause = clause(beside);
        } else {
            for (int other = 0; other < choice.length; other++) {
                Optional<Check> refusal = other == member || choice[other] == SetLaws.NOTHING
                        ? Optional.empty()
                        : laws.refusal(choice, other, member);
                if (refusal.isPresent()) {
                    why = codes(other) + " goes before it: " + refusal.get().reason();
                    clause = Optional.of(refusal.get().clause().clause());
                }
            }
        }
        return Alternatives.finding(offer.text(), offer.amount().toString(), why, clause);
    }

    private static Optional<Clause> clause(ServiceAnswer answer) {
        return answer.firing().stream()
                .filter(check -> check.reason().equals(answer.reason()))
                .map(check -> check.clause().clause())
                .findFirst();
    }

    private String others(int member) {
        return IntStream.range(0, members.size())
                .filter(other -> other != member && best.of(other) != SetLaws.NOTHING)
                .mapToObj(this::codes)
                .collect(Collectors.joining(" and "));
    }

    private String codes(int member) {
        return members.get(member).offers().get(best.of(member)).text();
    }
}

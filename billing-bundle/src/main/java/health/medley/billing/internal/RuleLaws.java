package health.medley.billing.internal;

import health.medley.billing.internal.facts.FactRow;
import health.medley.billing.internal.kernel.Proposal;
import health.medley.billing.internal.plan.CertainChecks;
import health.medley.billing.internal.plan.Check;
import health.medley.billing.internal.set.Demand;
import health.medley.billing.internal.set.SetLaws;
import health.medley.billing.internal.set.TimePools;
import health.medley.core.billing.Status;
import health.medley.core.practice.OtherCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judge sets of services by their rules and the kernel: each is decided with the others' codes beside it. */
final class RuleLaws implements SetLaws {
    private static final String ONCE = "ONCE_PER_MONTH";
    private static final String WORTH_LESS = "KERNEL_SET";

    private final List<SetMember> members;
    private final TimePools pools;
    private final boolean[][] mentions;
    private final Map<List<Integer>, ServiceAnswer> answers = new HashMap<>();

    RuleLaws(List<SetMember> members, TimePools pools) {
        this.members = members;
        this.pools = pools;
        this.mentions = new boolean[members.size()][members.size()];
        for (int one = 0; one < mentions.length; one++) {
            for (int other = 0; other < mentions.length; other++) {
                mentions[one][other] = one != other && members.get(one).mentionsCodesOf(members.get(other));
            }
        }
    }

    @Override
    public boolean stands(int[] choice, int member) {
        SetOffer offer = members.get(member).offers().get(choice[member]);
        for (int other = 0; other < choice.length; other++) {
            if (other != member && choice[other] != NOTHING && clash(member, offer, other, choice[other])) {
                return false;
            }
        }
        ServiceAnswer answer = answer(choice, member, offer.facts());
        return bills(answer) && answer.lines() == offer.lines() && refused(answer, choice, member) < 0;
    }

    private static boolean bills(ServiceAnswer answer) {
        return answer.status() != Status.NO_BILL && !answer.stopped();
    }

    /** Each code goes once: only services of one program may bill the same code beside each other. */
    private boolean clash(int member, SetOffer offer, int other, int number) {
        SetMember beside = members.get(other);
        return !members.get(member).isSiblingOf(beside)
                && offer.own().stream().anyMatch(line -> beside.offers().get(number).own().stream()
                        .anyMatch(theirs ->
                                theirs.rule().code().equals(line.rule().code())));
    }

    /** The first member of the choice of which an answer refuses a code; -1 for none. */
    private int refused(ServiceAnswer answer, int[] choice, int member) {
        for (int other = 0; other < choice.length; other++) {
            if (other != member && choice[other] != NOTHING && refuses(answer, member, other, choice[other])) {
                return other;
            }
        }
        return -1;
    }

    private boolean refuses(ServiceAnswer answer, int member, int other, int number) {
        for (Proposal.Line line : members.get(other).offers().get(number).own()) {
            if (answer.refusal(code(line.rule().code(), member, other)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** A code of another member as a member's rules see it: ours if both have the same practitioner. */
    OtherCode code(String code, int member, int other) {
        String named = members.get(other).of().practitioner();
        boolean us = named.equals(members.get(member).of().practitioner());
        return new OtherCode(code, us ? OtherCode.US : named);
    }

    @Override
    public boolean contests(int[] choice, int outsider) {
        SetMember outside = members.get(outsider);
        if (outside.offers().isEmpty()) {
            return false;
        }
        ServiceAnswer answer = answer(choice, outsider, outside.facts());
        if (!bills(answer) || refused(answer, choice, outsider) < 0) {
            return false;
        }
        int number = numberOf(outside, answer.lines());
        int[] beside = choice.clone();
        beside[outsider] = number;
        for (int member = 0; member < choice.length; member++) {
            if (number == NOTHING || choice[member] != NOTHING && wouldRefuse(beside, member, outsider)) {
                return false;
            }
        }
        return fits(answer, beside, outsider);
    }

    private boolean wouldRefuse(int[] beside, int member, int outsider) {
        SetOffer offer = members.get(member).offers().get(beside[member]);
        return refuses(answer(beside, member, offer.facts()), member, outsider, beside[outsider]);
    }

    private static int numberOf(SetMember member, long lines) {
        for (int number = 0; number < member.offers().size(); number++) {
            if (member.offers().get(number).lines() == lines) {
                return number;
            }
        }
        return NOTHING;
    }

    /** Whether there is time for the outsider beside the members it does not refuse. */
    private boolean fits(ServiceAnswer answer, int[] beside, int outsider) {
        List<Demand> demands = new ArrayList<>();
        for (int member = 0; member < beside.length; member++) {
            boolean stays = member == outsider
                    || beside[member] != NOTHING && !refuses(answer, outsider, member, beside[member]);
            if (stays) {
                demands.addAll(members.get(member)
                        .offers()
                        .get(beside[member])
                        .option()
                        .demands());
            }
        }
        return pools.meet(demands);
    }

    @Override
    public boolean exclude(int one, int option, int other, int otherOption) {
        return mentions[one][other] && certainlyExcludes(one, option, other, otherOption)
                || mentions[other][one] && certainlyExcludes(other, otherOption, one, option);
    }

    private boolean certainlyExcludes(int one, int option, int other, int otherOption) {
        SetMember member = members.get(one);
        SetOffer offer = member.offers().get(option);
        if (clash(one, offer, other, otherOption)) {
            return true;
        }
        int[] both = new int[members.size()];
        Arrays.fill(both, NOTHING);
        both[one] = option;
        both[other] = otherOption;
        Map<String, String> facts = new SetFacts(members, both, one).seen(offer.facts());
        FactRow row = member.service().row(facts);
        CertainChecks certain = new CertainChecks(member.service().plan(), row, offer.lines());
        return certain.nothingIsBilled()
                || certain.refusals().stream().anyMatch(check -> isAbout(member, check, one, other, otherOption));
    }

    private boolean isAbout(SetMember member, Check check, int one, int other, int otherOption) {
        return members.get(other).offers().get(otherOption).own().stream().anyMatch(line -> member.service()
                .isAbout(check, code(line.rule().code(), one, other)));
    }

    @Override
    public boolean interact(int one, int other) {
        SetMember first = members.get(one);
        SetMember second = members.get(other);
        return mentions[one][other] || mentions[other][one] || shareTime(first, second);
    }

    /** Whether two members may want the same seconds. */
    private boolean shareTime(SetMember one, SetMember other) {
        long first = pools(one);
        long second = pools(other);
        return (first & second) != 0 || pools.union(first | second) < pools.union(first) + pools.union(second);
    }

    private static long pools(SetMember member) {
        long found = 0;
        for (SetOffer offer : member.offers()) {
            for (Demand demand : offer.option().demands()) {
                found |= 1L << demand.pool();
            }
        }
        return found;
    }

    /** Why a member that could bill does not: the rule of another that refuses it, or that its code goes once. */
    String whyOutside(int[] choice, int outsider) {
        SetMember outside = members.get(outsider);
        int[] beside = choice.clone();
        for (int number = 0; number < outside.offers().size(); number++) {
            beside[outsider] = number;
            for (int member = 0; member < choice.length; member++) {
                if (choice[member] != NOTHING) {
                    if (clash(outsider, outside.offers().get(number), member, choice[member])) {
                        return ONCE;
                    }
                    Optional<Check> refusal = refusal(beside, member, outsider);
                    if (refusal.isPresent()) {
                        return refusal.get().reason();
                    }
                }
            }
        }
        return WORTH_LESS;
    }

    /** The check by which a member of a choice refuses a code of another. */
    Optional<Check> refusal(int[] choice, int member, int other) {
        SetOffer offer = members.get(member).offers().get(choice[member]);
        ServiceAnswer answer = answer(choice, member, offer.facts());
        return members.get(other).offers().get(choice[other]).own().stream()
                .flatMap(line -> answer.refusal(code(line.rule().code(), member, other)).stream())
                .findFirst();
    }

    /** What a member answers to facts of its own beside the others of a choice. */
    ServiceAnswer answer(int[] choice, int member, Map<String, String> facts) {
        List<Integer> key = new ArrayList<>();
        key.add(member);
        key.add(numberOf(members.get(member), facts));
        for (int other = 0; other < choice.length; other++) {
            boolean matters = choice[other] != NOTHING && mentions[member][other];
            key.add(matters ? choice[other] : NOTHING);
        }
        return answers.computeIfAbsent(key, added -> {
            SetFacts beside = new SetFacts(members, choice, member);
            return members.get(member).service().answer(beside.seen(facts));
        });
    }

    private static int numberOf(SetMember member, Map<String, String> facts) {
        for (int number = 0; number < member.offers().size(); number++) {
            if (member.offers().get(number).facts() == facts) {
                return number;
            }
        }
        return NOTHING;
    }
}

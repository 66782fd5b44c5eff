package health.medley.billing.internal;

import health.medley.billing.internal.facts.FactRow;
import health.medley.billing.internal.kernel.KernelTime;
import health.medley.billing.internal.kernel.Proposal;
import health.medley.billing.internal.plan.CodeRule;
import health.medley.billing.internal.plan.Family;
import health.medley.billing.internal.plan.FamilyOffers;
import health.medley.billing.internal.plan.PlanDecision;
import health.medley.billing.internal.set.Demand;
import health.medley.billing.internal.set.Option;
import health.medley.core.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** List what a service may bill: the families its track tries, and fewer units where others want its minutes. */
final class SetOffers {
    private final SetMember member;
    private final SetTime time;
    private final FactRow row;
    private final FamilyOffers families;

    SetOffers(SetMember member, SetTime time) {
        this.member = member;
        this.time = time;
        this.row = member.service().row(member.facts());
        this.families = member.service().offers();
    }

    /** The facts whose time any of its families may take. */
    static List<String> timeFacts(ServiceEvaluation service) {
        return service.parts().codes().stream()
                .filter(code -> code.timeSlot() >= 0)
                .map(CodeRule::timeFact)
                .distinct()
                .toList();
    }

    /** What it may bill with all its time. */
    List<SetOffer> full() {
        List<SetOffer> offers = new ArrayList<>();
        if (!member.service().plan().asked(row)) {
            return offers;
        }
        int declared = declared();
        for (int family : member.service().plan().choice().tried(row)) {
            long lines = families.lines(family, row);
            if (PlanDecision.family(lines) != PlanDecision.NO_FAMILY) {
                add(offers, lines, member.facts(), family == declared);
            }
        }
        return offers;
    }

    /** The family the track chooses where the service stands alone; the first tried if it chooses none. */
    private int declared() {
        int[] tried = member.service().plan().choice().tried(row);
        long alone = member.service().plan().lines(row, member.service().plan().decide(row));
        int chosen = PlanDecision.family(alone);
        return chosen != PlanDecision.NO_FAMILY || tried.length == 0 ? chosen : tried[0];
    }

    /**
     * The same, and fewer units and fall-back families, each with only the time it takes.
     *
     * @param other a program that wants the same minutes
     */
    Collection<SetOffer> shared(String other) {
        Map<Long, SetOffer> offers = new LinkedHashMap<>();
        full().forEach(offer -> offers.put(offer.lines(), offer));
        int declared = declared();
        for (int family : member.service().plan().choice().tried(row)) {
            long full = families.lines(family, row);
            for (long units = most(full); units >= 0; units--) {
                long lines = families.lines(full, units);
                Map<String, String> less = taking(lines, other);
                List<SetOffer> found = new ArrayList<>();
                add(found, lines, less, family == declared);
                // where the track would choose another family with all the time, only less time gives this one
                boolean first = family == declared && lines == full;
                found.forEach(offer -> offers.merge(lines, offer, (kept, made) -> first ? kept : made));
            }
        }
        return offers.values();
    }

    private static long most(long lines) {
        if (PlanDecision.family(lines) == PlanDecision.NO_FAMILY) {
            return -1;
        }
        long most = 0;
        for (int i = 0; i < PlanDecision.MOST_ADD_ONS; i++) {
            most = Math.max(most, PlanDecision.addOnUnits(lines, i));
        }
        return most;
    }

    private void add(List<SetOffer> offers, long lines, Map<String, String> facts, boolean declared) {
        List<Proposal.Line> all = member.service().lines(lines);
        List<Proposal.Line> own = new ArrayList<>(all);
        if ("Y".equals(facts.get("base_billed")) || "Y".equals(facts.get("base_paid"))) {
            own.removeIf(line -> line.rule().addsTo().isEmpty());
        }
        if (own.isEmpty()) {
            return;
        }
        Money amount = member.service().amount(own, facts, member.day());
        long cents = amount.dollars().unscaledValue().longValueExact();
        offers.add(new SetOffer(lines, own, facts, amount, new Option(declared, cents, demands(all))));
    }

    private List<Demand> demands(List<Proposal.Line> lines) {
        Map<Integer, Long> wanted = new TreeMap<>();
        for (Proposal.Line line : lines) {
            if (line.rule().timeSlot() >= 0) {
                int pool = time.pool(member.entry(), line.rule().timeFact());
                wanted.merge(pool, KernelTime.seconds(line), Long::sum);
            }
        }
        List<Demand> demands = new ArrayList<>();
        wanted.forEach((pool, seconds) -> demands.add(new Demand(pool, seconds)));
        return demands;
    }

    /** The facts with just the time the lines take, and too little for the families tried before. */
    private Map<String, String> taking(long lines, String other) {
        Map<String, String> facts = member.facts();
        String program = member.of().program();
        Map<String, Long> needed = new LinkedHashMap<>();
        for (Proposal.Line line : member.service().lines(lines)) {
            CodeRule rule = line.rule();
            if (rule.timeSlot() >= 0) {
                long upTo = rule.addsTo().isPresent() ? rule.floor() + line.units() * rule.each() : rule.floor();
                needed.merge(rule.timeFact(), upTo, Math::max);
            }
        }
        for (int family : member.service().plan().choice().tried(row)) {
            if (family == PlanDecision.family(lines)) {
                break;
            }
            Family before = member.service().parts().families().get(family);
            if (before.base().timeSlot() >= 0
                    && !needed.containsKey(before.base().timeFact())) {
                long below = Math.max(0, before.base().floor() - 1);
                facts = SetTime.limited(facts, program, before.base().timeFact(), below, other);
            }
        }
        for (Map.Entry<String, Long> need : needed.entrySet()) {
            facts = SetTime.limited(facts, program, need.getKey(), need.getValue(), other);
        }
        return facts;
    }
}

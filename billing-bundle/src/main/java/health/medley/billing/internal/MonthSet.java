package health.medley.billing.internal;

import health.medley.billing.internal.facts.FactText;
import health.medley.billing.internal.kernel.Kernel;
import health.medley.billing.internal.set.BestSet;
import health.medley.billing.internal.set.Demand;
import health.medley.billing.internal.set.Option;
import health.medley.billing.internal.set.SetLaws;
import health.medley.billing.internal.set.SetSearch;
import health.medley.billing.internal.set.TimePools;
import health.medley.core.Finding;
import health.medley.core.billing.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Find the best lawful set among the services of a month's entries, and complete the facts of each entry by what it says:
 * the others' codes, and less time where others take it. After that each entry is decided by its rules alone, so its
 * status and reason follow from them, today and whenever the facts are decided again.
 */
final class MonthSet {
    private final List<SetEntry> entries;
    private final SetTime time;
    private final List<SetMember> members = new ArrayList<>();
    private final List<List<Finding>> findings = new ArrayList<>();

    private MonthSet(List<SetEntry> entries) {
        this.entries = entries;
        this.time = new SetTime(entries);
        entries.forEach(entry -> findings.add(new ArrayList<>()));
    }

    /**
     * Complete the facts of the entries.
     *
     * @return for each entry findings on what the set made of it
     */
    static List<List<Finding>> settle(List<SetEntry> entries) {
        int services = 0;
        for (SetEntry entry : entries) {
            services += entry.evaluation().services().size();
        }
        // one service has nothing to compete with, and most months are such
        if (services <= 1) {
            return entries.stream().map(entry -> List.<Finding>of()).toList();
        }
        return new MonthSet(entries).settle();
    }

    /**
     * What was found.
     *
     * @param members the services, in the order of the entries
     * @param pools their time
     * @param laws what their rules say
     * @param best the best lawful set
     */
    record Found(List<SetMember> members, TimePools pools, RuleLaws laws, BestSet best) {}

    /** Search without completing any facts. */
    static Found search(List<SetEntry> entries) {
        return new MonthSet(entries).search();
    }

    private Found search() {
        for (int entry = 0; entry < entries.size(); entry++) {
            for (ServiceEvaluation service : entries.get(entry).evaluation().services()) {
                members.add(member(entry, service));
            }
        }
        members.replaceAll(member -> member.with(new SetOffers(member, time).full()));
        TimePools pools = time.pools();
        shareTime(pools);
        RuleLaws laws = new RuleLaws(members, pools);
        List<List<Option>> options = members.stream()
                .map(member -> member.offers().stream().map(SetOffer::option).toList())
                .toList();
        return new Found(members, pools, laws, new SetSearch(options, pools, laws).best());
    }

    private List<List<Finding>> settle() {
        Found found = search();
        complete(found.best().choice(), found);
        new SetFindings(members, found.best(), found.laws()).addTo(findings);
        return findings;
    }

    private SetMember member(int number, ServiceEvaluation service) {
        SetEntry entry = entries.get(number);
        // the entry's facts are completed later; what a service sees alone stays as it was
        Map<String, String> seen = Map.copyOf(ServiceFacts.seenBy(service.service(), entry.facts()));
        LocalDate day = FactText.day(seen.getOrDefault("date_of_service", ""))
                .orElse(service.parts().last());
        SetOffers.timeFacts(service).forEach(fact -> time.pool(number, fact));
        return new SetMember(number, entry, service, seen, day, List.of());
    }

    /** Give members that want the same seconds the choice of less. */
    private void shareTime(TimePools pools) {
        List<SetMember> alone = List.copyOf(members);
        for (int one = 0; one < alone.size(); one++) {
            long own = wanted(alone.get(one));
            for (int other = 0; other < alone.size(); other++) {
                long theirs = wanted(alone.get(other));
                boolean shared = one != other
                        && ((own & theirs) != 0 || pools.union(own | theirs) < pools.union(own) + pools.union(theirs));
                if (shared) {
                    SetMember member = alone.get(one);
                    String rival = rival(alone.get(other));
                    members.set(one, member.with(List.copyOf(new SetOffers(member, time).shared(rival))));
                    break;
                }
            }
        }
    }

    /** What to call whoever takes time away: the program, or the service where it is of the same one. */
    private static String rival(SetMember other) {
        String service = other.service().service();
        return service.isEmpty() ? other.of().program() : service;
    }

    private static long wanted(SetMember member) {
        long pools = 0;
        for (SetOffer offer : member.offers()) {
            for (Demand demand : offer.option().demands()) {
                pools |= 1L << demand.pool();
            }
        }
        return pools;
    }

    /** Let every service see the choice. */
    private void complete(int[] choice, Found found) {
        List<Map<String, String>> seen = new ArrayList<>();
        for (int member = 0; member < members.size(); member++) {
            seen.add(choice[member] == SetLaws.NOTHING ? outside(member, choice, found) : inside(member, choice));
        }
        for (int member = 0; member < members.size(); member++) {
            SetMember of = members.get(member);
            ServiceFacts.write(of.service().service(), seen.get(member), of.of().facts());
        }
    }

    private Map<String, String> inside(int member, int[] choice) {
        SetOffer offer = members.get(member).offers().get(choice[member]);
        return new SetFacts(members, choice, member).seen(offer.facts());
    }

    /** What a service sees that bills nothing: less time where others take it, and why it is not in the set. */
    private Map<String, String> outside(int member, int[] choice, Found found) {
        SetMember of = members.get(member);
        Map<String, String> facts = left(member, choice, found.pools());
        Map<String, String> without = new SetFacts(members, choice, member, false).seen(facts);
        if (of.service().answer(without).status() == Status.NO_BILL) {
            // its program's other services did not keep it out
            return without;
        }
        Map<String, String> seen = new SetFacts(members, choice, member).seen(facts);
        boolean alone = Arrays.stream(choice).allMatch(one -> one == SetLaws.NOTHING);
        if (!alone && of.service().answer(seen).status() != Status.NO_BILL) {
            seen = new TreeMap<>(seen);
            seen.put(Kernel.OUTSIDE_THE_SET, found.laws().whyOutside(choice, member));
        }
        return seen;
    }

    private Map<String, String> left(int member, int[] choice, TimePools pools) {
        SetMember of = members.get(member);
        Map<String, String> facts = of.facts();
        List<Demand> taken = new ArrayList<>();
        String rival = "";
        for (int other = 0; other < choice.length; other++) {
            if (choice[other] != SetLaws.NOTHING) {
                List<Demand> demands =
                        members.get(other).offers().get(choice[other]).option().demands();
                taken.addAll(demands);
                rival = rival.isEmpty() && !demands.isEmpty() ? rival(members.get(other)) : rival;
            }
        }
        if (of.service().answer(facts).status() == Status.NO_BILL) {
            // what bills nothing by itself lost no time to the others
            return facts;
        }
        for (String fact : SetOffers.timeFacts(of.service())) {
            int pool = time.pool(of.entry(), fact);
            long left = pools.left(taken, pool);
            if (left < pools.union(1L << pool)) {
                facts = SetTime.limited(facts, of.of().program(), fact, left, rival);
            }
        }
        return facts;
    }
}

package health.medley.billing.internal;

import health.medley.billing.internal.kernel.Proposal;
import health.medley.billing.internal.plan.Family;
import health.medley.billing.internal.set.SetLaws;
import health.medley.core.practice.OtherCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Write down what a service sees of the others of a set: their codes, and whether they are of the same date. */
final class SetFacts {
    private final SetMember member;
    private final List<OtherCode> codes = new ArrayList<>();
    private final List<OtherCode> ofOthers = new ArrayList<>();
    private boolean sameDay;

    /** Look at a choice from the place of a member. */
    SetFacts(List<SetMember> members, int[] choice, int place) {
        this(members, choice, place, true);
    }

    /** The same, where need be without the services of the member's own program. */
    SetFacts(List<SetMember> members, int[] choice, int place, boolean siblings) {
        this.member = members.get(place);
        for (int other = 0; other < choice.length; other++) {
            boolean seen = other != place && (siblings || !member.isSiblingOf(members.get(other)));
            if (seen && choice[other] != SetLaws.NOTHING) {
                add(members.get(other), members.get(other).offers().get(choice[other]));
            }
        }
    }

    private void add(SetMember other, SetOffer offer) {
        boolean us = other.of().practitioner().equals(member.of().practitioner());
        for (Proposal.Line line : offer.own()) {
            OtherCode code = new OtherCode(
                    line.rule().code(), us ? OtherCode.US : other.of().practitioner());
            codes.add(code);
            if (!member.isSiblingOf(other)) {
                ofOthers.add(code);
            }
            sameDay |= !member.isSiblingOf(other)
                    && member.service().mentioned().contains(code.code())
                    && other.day().equals(member.day());
        }
    }

    /** A member's own facts with the others beside it. */
    Map<String, String> seen(Map<String, String> facts) {
        if (codes.isEmpty()) {
            return facts;
        }
        Map<String, String> seen = new TreeMap<>(facts);
        seen.put("other_codes", join(facts.getOrDefault("other_codes", ""), codes));
        if (ofOthers.size() < codes.size()) {
            // a program's own services are not a claim made before it
            String claimed = join(facts.getOrDefault("other_codes", ""), ofOthers);
            seen.put(ServiceEvaluation.CLAIMED, claimed.isEmpty() ? ServiceEvaluation.NONE : claimed);
        }
        // one fact speaks for all codes: where the date of another claim's code is unknown, the stricter reading holds
        if (sameDay) {
            seen.putIfAbsent("same_dos", "Y");
        }
        boolean base = ofOthers.stream()
                .filter(code -> code.practitioner().equals(OtherCode.US))
                .anyMatch(code -> member.service().parts().families().stream()
                        .map(Family::base)
                        .anyMatch(own -> own.code().equals(code.code())));
        if (base && !seen.containsKey("base_paid")) {
            seen.put("base_billed", "Y");
        }
        return seen;
    }

    private static String join(String before, List<OtherCode> codes) {
        StringBuilder text = new StringBuilder(before);
        for (OtherCode code : codes) {
            text.append(text.length() == 0 ? "" : ";").append(code);
        }
        return text.toString();
    }
}

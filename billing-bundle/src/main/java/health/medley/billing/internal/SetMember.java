package health.medley.billing.internal;

import health.medley.core.rules.RuleRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Hold one service of one entry: a member of the month's set, if it may bill anything.
 *
 * @param entry number of its entry
 * @param of the entry
 * @param service the service
 * @param facts the facts it sees, without the others
 * @param day the date of service
 * @param offers what it may bill, in the order in which it prefers it
 */
record SetMember(
        int entry,
        SetEntry of,
        ServiceEvaluation service,
        Map<String, String> facts,
        LocalDate day,
        List<SetOffer> offers) {

    /** The same member with what it may bill. */
    SetMember with(List<SetOffer> found) {
        return new SetMember(entry, of, service, facts, day, List.copyOf(found));
    }

    private RuleRef rules() {
        return service.parts().ref();
    }

    /** Whether both are services of the same rules, which may bill the same code beside each other. */
    boolean isSiblingOf(SetMember other) {
        return rules().equals(other.rules()) && !service.service().equals(other.service.service());
    }

    /** Whether its rules look at a code the other may bill. */
    boolean mentionsCodesOf(SetMember other) {
        return other.offers.stream().flatMap(offer -> offer.own().stream()).anyMatch(line -> service.mentioned()
                .contains(line.rule().code()));
    }
}

package health.medley.billing.internal;

import health.medley.billing.internal.kernel.Proposal;
import health.medley.billing.internal.set.Option;
import health.medley.core.Money;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Hold one way in which a service may bill: a family with its units.
 *
 * @param lines family and units as the plan packs them, the base among them also where it is already on a claim
 * @param own the codes that would go
 * @param facts the facts under which the plan gives it, as far as it is up to time
 * @param amount what it pays
 * @param option the same for the search
 */
record SetOffer(long lines, List<Proposal.Line> own, Map<String, String> facts, Money amount, Option option) {
    /** The codes as files write them: {@code 99490x1+99439x2}. */
    String text() {
        return own.stream().map(line -> line.rule().code() + "x" + line.units()).collect(Collectors.joining("+"));
    }
}

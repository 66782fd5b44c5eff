package health.medley.billing.internal.plan;

import health.medley.core.Clause;
import health.medley.core.rules.RuleRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule set compiles to.
 *
 * @param ref name, version and hash of the rule set
 * @param program the program it rules
 * @param label the program in words
 * @param service the service of the program it decides; empty for a program that has only one
 * @param first first day of its months
 * @param last last day of its months
 * @param settings how a practice may be paid for these rules to apply on some day; empty for any
 * @param slots the numbered facts
 * @param graph every condition
 * @param checks every check in the order of its reason
 * @param uncounted checks of time that does not count, in their order, each with its fact's slot
 * @param marked checks that give codes of ours a modifier
 * @param families the families of codes
 * @param tracks numbers of the families each track tries
 * @param highestAmount whether the family with the highest amount is chosen, not the declared track's
 * @param notAsked first test of "nobody asked"
 * @param rateMissing place of the reason for a missing fee
 * @param requests the reasons for what was asked for
 * @param groups groups of other services' codes
 * @param fees the fees
 * @param parameters values by name
 * @param overrides what a practice set for them, by name, as it wrote it
 * @param order the reasons in order
 * @param sentences a sentence for each reason
 */
public record PlanParts(
        RuleRef ref,
        String program,
        String label,
        String service,
        LocalDate first,
        LocalDate last,
        Set<String> settings,
        Slots slots,
        TestGraph graph,
        List<Check> checks,
        List<Uncounted> uncounted,
        List<Marked> marked,
        List<Family> families,
        Map<String, int[]> tracks,
        boolean highestAmount,
        int notAsked,
        int rateMissing,
        Requests requests,
        List<CodeGroup> groups,
        Fees fees,
        Map<String, List<String>> parameters,
        Map<String, String> overrides,
        List<String> order,
        Map<String, String> sentences) {

    /** Name of the track that stands for every declared track. */
    public static final String ANY_TRACK = "any";
    /** Name of the parameter that lists places of service paid as facilities. */
    public static final String FACILITY_PLACES = "facility-places";
    /** Name of the parameter that lists places of service nobody bills from. */
    public static final String NOT_BILLING_PLACES = "not-billing-places";
    /** Name of the parameter that holds the default place of service. */
    public static final String DEFAULT_PLACE = "default-place";

    /**
     * Time that does not count.
     *
     * @param check the reason it gives
     * @param slot slot of the seconds
     */
    public record Uncounted(Check check, int slot) {}

    /**
     * Codes of ours that need a modifier where a check fires.
     *
     * @param check the check, which also says why
     * @param codes the codes
     * @param modifier the modifier
     */
    public record Marked(Check check, Set<String> codes, String modifier) {}

    /**
     * Reasons for what was asked for, as places in the order of reasons.
     *
     * @param notValid a code is not valid on the date of service
     * @param wrongBase an add-on beside another base
     * @param noBase an add-on without a base
     * @param baseBilledBefore the base is already on a claim
     * @param nothingLeft the base is already on a claim and nothing is left
     * @param pairs the reason for two families asked for together, by their numbers
     * @param clause where it is written
     */
    public record Requests(
            int notValid,
            int wrongBase,
            int noBase,
            int baseBilledBefore,
            int nothingLeft,
            int[][] pairs,
            RuleClause clause) {}

    /** A clause with its line, for messages: {@code codes/99490.yaml:7#time}. */
    public String place(Clause clause) {
        Stream<RuleClause> checked = Stream.of(
                        checks.stream(),
                        uncounted.stream().map(Uncounted::check),
                        families.stream().flatMap(family -> family.everyNeed().stream()))
                .flatMap(some -> some)
                .map(Check::clause);
        Stream<RuleClause> coded = codes().stream()
                .map(CodeRule::clauses)
                .flatMap(all -> Stream.of(all.time(), all.units(), all.valid(), all.addsTo()));
        return Stream.concat(checked, coded)
                .filter(found -> found.clause().equals(clause))
                .findFirst()
                .map(RuleClause::place)
                .orElse(clause.toString());
    }

    /** Name of the reason at a place of the order. */
    public String reason(int place) {
        return place == PlanDecision.NO_REASON ? PlanDecision.NOTHING_REFUSED : order.get(place);
    }

    /** The sentence of a reason. */
    public String sentence(String reason) {
        return sentences.getOrDefault(reason, "");
    }

    /** Numbers of the families of which a code is not valid on every day of the rules' months. */
    Set<Integer> datedFamilies() {
        return families.stream()
                .filter(family -> family.codes().stream()
                        .anyMatch(
                                code -> code.from().isAfter(first) || code.to().isBefore(last)))
                .map(Family::number)
                .collect(Collectors.toSet());
    }

    /** The codes of every family, base first. */
    public List<CodeRule> codes() {
        return families.stream().flatMap(family -> family.codes().stream()).toList();
    }
}

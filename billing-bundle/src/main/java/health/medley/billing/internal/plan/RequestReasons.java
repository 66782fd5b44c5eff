package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import health.medley.core.Clause;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Read the reasons of {@code conflicts.yaml} for what somebody asks to bill. */
final class RequestReasons {
    private RequestReasons() {}

    static PlanParts.Requests read(RuleFiles files, ReasonOrder order, ServiceCodes codes) {
        List<String> families = codes.families();
        int[][] pairs = new int[families.size()][families.size()];
        for (int[] row : pairs) {
            Arrays.fill(row, PlanDecision.NO_REASON);
        }
        for (RuleNode node : files.items(RuleFiles.CONFLICTS, "one-family")) {
            pair(node, order, codes, pairs);
        }
        Optional<RuleNode> requests = files.find(RuleFiles.CONFLICTS, "requests");
        if (requests.isEmpty()) {
            int none = PlanDecision.NO_REASON;
            RuleClause nowhere = new RuleClause(new Clause("", "", "", ""), 0);
            return new PlanParts.Requests(none, none, none, none, none, pairs, nowhere);
        }
        RuleNode node = requests.get();
        PlanParts.Requests found = new PlanParts.Requests(
                place(node, "not-valid", order),
                placeIfAny(node, "wrong-base", order),
                placeOfAddOns(files, node, "no-base", order),
                placeOfAddOns(files, node, "base-billed-before", order),
                place(node, "nothing-left", order),
                pairs,
                Citations.of(node));
        node.close();
        return found;
    }

    private static void pair(RuleNode node, ReasonOrder order, ServiceCodes codes, int[][] pairs) {
        List<String> families = codes.families();
        List<String> all = codes.everyFamily();
        List<String> two = node.need("families").map(RuleNode::texts).orElse(List.of());
        int place = place(node, "fails-as", order);
        if (two.size() != 2 || !all.containsAll(two)) {
            node.fail("Two known families are expected.", "Name two of " + all + ".");
        } else if (families.containsAll(two)) {
            pairs[families.indexOf(two.get(0))][families.indexOf(two.get(1))] = place;
            pairs[families.indexOf(two.get(1))][families.indexOf(two.get(0))] = place;
        }
        Citations.of(node);
        node.close();
    }

    /** A reason that only add-ons give; a rule set without add-ons may leave it out. */
    private static int placeOfAddOns(RuleFiles files, RuleNode node, String key, ReasonOrder order) {
        boolean addOns =
                files.codes().stream().anyMatch(code -> code.find("adds-to").isPresent());
        return addOns || node.find(key).isPresent() ? place(node, key, order) : PlanDecision.NO_REASON;
    }

    /** A reason that needs a base of another family; a rule set with one family may leave it out. */
    private static int placeIfAny(RuleNode node, String key, ReasonOrder order) {
        return node.find(key).map(reason -> order.place("request", reason)).orElse(PlanDecision.NO_REASON);
    }

    private static int place(RuleNode node, String key, ReasonOrder order) {
        return node.need(key).map(reason -> order.place("request", reason)).orElse(PlanDecision.NO_REASON);
    }
}

package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import health.medley.core.Clause;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Read the reasons of {@code conflicts.yaml} for what somebody asks to bill. */
final class RequestReasons {
    private RequestReasons() {}

    static PlanParts.Requests read(@Nullable RuleNode file, ReasonOrder order, List<String> families) {
        int[][] pairs = new int[families.size()][families.size()];
        for (int[] row : pairs) {
            Arrays.fill(row, PlanDecision.NO_REASON);
        }
        Optional<RuleNode> conflicts = Optional.ofNullable(file);
        for (RuleNode node : conflicts
                .flatMap(found -> found.find("one-family"))
                .map(RuleNode::items)
                .orElse(List.of())) {
            pair(node, order, families, pairs);
        }
        Optional<RuleNode> requests = conflicts.flatMap(found -> found.find("requests"));
        if (requests.isEmpty()) {
            int none = PlanDecision.NO_REASON;
            RuleClause nowhere = new RuleClause(new Clause("", "", "", ""), 0);
            return new PlanParts.Requests(none, none, none, none, none, pairs, nowhere);
        }
        RuleNode node = requests.get();
        PlanParts.Requests found = new PlanParts.Requests(
                place(node, "not-valid", order),
                place(node, "wrong-base", order),
                place(node, "no-base", order),
                place(node, "base-billed-before", order),
                place(node, "nothing-left", order),
                pairs,
                Citations.of(node));
        node.close();
        return found;
    }

    private static void pair(RuleNode node, ReasonOrder order, List<String> families, int[][] pairs) {
        List<String> two = node.need("families").map(RuleNode::texts).orElse(List.of());
        if (two.size() != 2 || !families.containsAll(two)) {
            node.fail("Two known families are expected.", "Name two of " + families + ".");
        } else {
            int place = place(node, "fails-as", order);
            pairs[families.indexOf(two.get(0))][families.indexOf(two.get(1))] = place;
            pairs[families.indexOf(two.get(1))][families.indexOf(two.get(0))] = place;
        }
        Citations.of(node);
        node.close();
    }

    private static int place(RuleNode node, String key, ReasonOrder order) {
        return node.need(key).map(reason -> order.place("request", reason)).orElse(PlanDecision.NO_REASON);
    }
}

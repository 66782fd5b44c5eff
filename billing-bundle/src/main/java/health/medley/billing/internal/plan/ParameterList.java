package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import java.util.List;
import java.util.Map;

/** Read {@code parameters}: values by name, each with its unit, source and date. */
final class ParameterList {
    private ParameterList() {}

    static void read(RuleNode list, Map<String, Conditions.Parameter> into) {
        list.entries().forEach((name, node) -> {
            String unit = node.needText("unit");
            if (node.find("value").isPresent()) {
                into.put(name, new Conditions.Parameter(List.of(node.needText("value")), unit));
            } else if (node.find("accepted").isPresent()) {
                into.put(name, texts(node, "accepted"));
                into.put(name + ".refused", texts(node, "refused"));
            } else {
                into.put(name, texts(node, "values"));
            }
            Citations.of(node);
            node.close();
        });
    }

    private static Conditions.Parameter texts(RuleNode node, String key) {
        return new Conditions.Parameter(node.need(key).map(RuleNode::texts).orElse(List.of()), "");
    }
}

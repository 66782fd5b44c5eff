package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Read {@code parameters}: values by name, each with its unit, source and date. */
final class ParameterList {
    private ParameterList() {}

    static void read(RuleNode list, Map<String, Parameter> into) {
        list.entries().forEach((name, node) -> {
            Optional<RuleNode> value = node.find("value");
            if (value.isPresent()) {
                into.put(name, single(node, value.get().text()));
            } else if (node.find("accepted").isPresent()) {
                node.needText("unit");
                into.put(name, texts(node, "accepted"));
                if (node.find("refused").isPresent()) {
                    node.find("refused")
                            .ifPresent(refused -> into.put(name + ".refused", Parameter.list(refused.texts())));
                }
            } else {
                node.needText("unit");
                into.put(name, texts(node, "values"));
            }
            node.find("doubtful")
                    .filter(text -> !Parameter.FLAGS.contains(text.text()))
                    .ifPresent(text -> text.fail(
                            "doubtful is yes or no.",
                            "Write doubtful: yes where the sources leave the value open, or leave it out."));
            Citations.of(node);
            node.close();
        });
    }

    private static Parameter single(RuleNode node, String value) {
        boolean flag = Parameter.FLAGS.contains(value);
        return Parameter.one(value, flag ? node.textOr("unit", "") : node.needText("unit"));
    }

    private static Parameter texts(RuleNode node, String key) {
        return Parameter.list(node.need(key).map(RuleNode::texts).orElse(List.of()));
    }
}

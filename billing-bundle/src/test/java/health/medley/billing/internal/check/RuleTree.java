package health.medley.billing.internal.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A rule file as a tree whose nodes know their line; it can be written again with one node changed or left out. */
sealed interface RuleTree {
    int line();

    record Text(int line, String text) implements RuleTree {}

    record Items(int line, List<RuleTree> items) implements RuleTree {}

    record Keys(int line, Map<String, RuleTree> entries) implements RuleTree {
        String text(String key) {
            return entries.get(key) instanceof Text scalar ? scalar.text() : "";
        }
    }

    /** What stands under keys, one inside the other; null if nothing does. */
    default RuleTree find(String... keys) {
        RuleTree found = this;
        for (String key : keys) {
            found = found instanceof Keys entries ? entries.entries().get(key) : null;
        }
        return found;
    }

    static RuleTree read(String text) {
        return of(
                new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow());
    }

    private static RuleTree of(Node node) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        if (node instanceof MappingNode mapping) {
            Map<String, RuleTree> entries = new LinkedHashMap<>();
            mapping.getValue()
                    .forEach(tuple ->
                            entries.put(((ScalarNode) tuple.getKeyNode()).getValue(), of(tuple.getValueNode())));
            return new Keys(line, entries);
        }
        if (node instanceof SequenceNode sequence) {
            List<RuleTree> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(of(item)));
            return new Items(line, items);
        }
        return new Text(line, ((ScalarNode) node).getValue());
    }

    /** Every text below a node. */
    static void texts(RuleTree node, Set<String> into) {
        if (node instanceof Text scalar) {
            into.add(scalar.text());
        } else if (node instanceof Items list) {
            list.items().forEach(item -> texts(item, into));
        } else if (node instanceof Keys keys) {
            keys.entries().values().forEach(value -> texts(value, into));
        }
    }

    /** The whole file as flow text, with {@code replaced} written as {@code by}, or left out of its list if null. */
    static String write(RuleTree root, RuleTree replaced, String by) {
        StringBuilder out = new StringBuilder();
        write(root, replaced, by, out);
        return out.append('\n').toString();
    }

    private static void write(RuleTree node, RuleTree replaced, String by, StringBuilder out) {
        if (node == replaced) {
            quote(by, out);
        } else if (node instanceof Text scalar) {
            quote(scalar.text(), out);
        } else if (node instanceof Items list) {
            out.append('[');
            for (RuleTree item : list.items()) {
                if (item != replaced || by != null) {
                    write(item, replaced, by, out);
                    out.append(", ");
                }
            }
            out.append(']');
        } else if (node instanceof Keys keys) {
            out.append('{');
            keys.entries().forEach((key, value) -> {
                if (value != replaced || by != null) {
                    quote(key, out);
                    out.append(": ");
                    write(value, replaced, by, out);
                    out.append(", ");
                }
            });
            out.append('}');
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('\'').append(text.replace("'", "''").replace("\n", " ")).append('\'');
    }
}

package health.medley.eligibility.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Read a YAML file of a rule set so that every complaint names the file, the line, the column and the next step. */
final class RuleFile {
    private final RuleSet rules;
    private final String name;
    private final Node root;

    private RuleFile(RuleSet rules, String name, Node root) {
        this.rules = rules;
        this.name = name;
        this.root = root;
    }

    /**
     * Open a file of a rule set.
     *
     * @throws MedleyException {@code RULES_INVALID} if it is not there or not YAML
     */
    static RuleFile open(RuleSet rules, String name) {
        String text = rules.files().get(name);
        if (text == null) {
            throw invalid(rules, name, Optional.empty(), "the file is missing; expected one");
        }
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            Node root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> invalid(rules, name, Optional.empty(), "the file is empty; expected keys"));
            return new RuleFile(rules, name, root);
        } catch (MarkedYamlEngineException e) {
            throw invalid(rules, name, e.getProblemMark(), "it is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw invalid(rules, name, Optional.empty(), "it is not YAML: " + e.getMessage());
        }
    }

    /** The whole file. */
    Entry root() {
        return new Entry(root, "");
    }

    private static MedleyException invalid(RuleSet rules, String name, Optional<Mark> at, String problem) {
        String place = at.map(mark -> ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                .orElse("");
        return new MedleyException(
                ErrorCode.RULES_INVALID,
                "Reading " + name + " of the rules " + rules.ref() + place + ": " + problem
                        + ". Correct the rule bundle and check it with \"rules check\".");
    }

    /** One value of the file and where it stands. */
    final class Entry {
        private final Node node;
        private final String path;

        private Entry(Node node, String path) {
            this.node = node;
            this.path = path;
        }

        /** Where in the file, keys joined by slashes. */
        String path() {
            return path;
        }

        /** The value of a key that must be there. */
        Entry entry(String key) {
            return find(key).orElseThrow(() -> invalid(node, "has no key \"" + key + "\"; expected one"));
        }

        /** The value of a key, if it is there. */
        Optional<Entry> find(String key) {
            if (!(node instanceof MappingNode)) {
                throw invalid(node, "is not a mapping; expected keys and values");
            }
            Optional<Entry> found = Optional.empty();
            for (NodeTuple tuple : ((MappingNode) node).getValue()) {
                if (isKey(tuple.getKeyNode(), key)) {
                    if (found.isPresent()) {
                        throw invalid(tuple.getKeyNode(), "has the key \"" + key + "\" twice; expected it once");
                    }
                    found = Optional.of(new Entry(tuple.getValueNode(), path.isEmpty() ? key : path + "/" + key));
                }
            }
            return found;
        }

        private boolean isKey(Node node, String key) {
            return node instanceof ScalarNode && ((ScalarNode) node).getValue().equals(key);
        }

        /** The value as text. */
        String text() {
            if (!(node instanceof ScalarNode) || ((ScalarNode) node).getValue().isBlank()) {
                throw invalid(node, "is no text; expected one");
            }
            return ((ScalarNode) node).getValue();
        }

        /** The value as a whole number, 0 or more. */
        int wholeNumber() {
            // nine digits fit an int
            if (!text().matches("\\d{1,9}")) {
                throw invalid(node, "is \"" + text() + "\"; expected a whole number, 0 or more");
            }
            return Integer.parseInt(text());
        }

        /** Check that the value is the only one this bundle understands. */
        void expect(String only) {
            if (!text().equals(only)) {
                throw invalid(node, "is \"" + text() + "\"; expected \"" + only + "\"");
            }
        }

        /** The value as a list of texts. */
        List<String> texts() {
            if (!(node instanceof SequenceNode)) {
                throw invalid(node, "is no list; expected one in brackets");
            }
            List<String> texts = new ArrayList<>();
            for (Node item : ((SequenceNode) node).getValue()) {
                texts.add(new Entry(item, path).text());
            }
            return texts;
        }

        private MedleyException invalid(Node at, String problem) {
            String what = path.isEmpty() ? "the file " : "\"" + path + "\" ";
            return RuleFile.invalid(rules, name, at.getStartMark(), what + problem);
        }
    }
}

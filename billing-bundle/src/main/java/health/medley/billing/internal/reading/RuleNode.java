package health.medley.billing.internal.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

/**
 * Read one value of a rule file, knowing where it stands. Whatever is asked for and not there, or there and not asked
 * for, becomes a problem with file, line, column and the clause's path. Not safe for concurrent use.
 */
public final class RuleNode {
    private static final int LONGEST_FILE = 1_000_000;
    private static final int DEEPEST = 40;

    private final String file;
    private final String path;
    private final Node node;
    private final RuleProblems problems;
    private final Map<String, RuleNode> entries = new LinkedHashMap<>();
    private final Map<String, Mark> keys = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private RuleNode(String file, String path, Node node, RuleProblems problems) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::enter);
        }
    }

    /** Read a file's text; empty if it is not YAML or holds nothing, which is noted. */
    public static Optional<RuleNode> read(String file, String text, RuleProblems problems) {
        if (tooDeep(text)) {
            problems.add(file, 0, "", "", "The file is nested too deeply.", "Nest at most " + DEEPEST + " levels.");
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LONGEST_FILE)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(file, 0, "", "", "The file is empty.", "Fill it or leave it out.");
            }
            return root.map(found -> new RuleNode(file, "", found, problems));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            problems.add(
                    file,
                    mark.map(m -> m.getLine() + 1).orElse(0),
                    mark.map(m -> "" + (m.getColumn() + 1)).orElse(""),
                    "",
                    "This is not YAML: " + e.getProblem() + ".",
                    "Mend the syntax; indentation, quotes and brackets are the usual causes.");
        } catch (YamlEngineException e) {
            problems.add(file, 0, "", "", "This cannot be read as YAML: " + e.getMessage() + ".", "Mend the syntax.");
        }
        return Optional.empty();
    }

    private static boolean tooDeep(String text) {
        int depth = 0;
        int indent = 0;
        boolean leading = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                leading = true;
                indent = 0;
            } else if (leading && (c == ' ' || c == '-')) {
                indent++;
            } else {
                leading = false;
            }
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (depth > DEEPEST || indent > 4 * DEEPEST) {
                return true;
            }
        }
        return false;
    }

    private void enter(NodeTuple tuple) {
        Node key = tuple.getKeyNode();
        String name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
        RuleNode value = new RuleNode(file, path.isEmpty() ? name : path + "." + name, tuple.getValueNode(), problems);
        key.getStartMark().ifPresent(mark -> keys.put(name, mark));
        if (entries.put(name, value) != null) {
            value.fail("The key " + name + " is there twice.", "Keep one of them.");
        }
    }

    /** The entry of a mapping, if it has one by that name. */
    public Optional<RuleNode> find(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    /** The entry of a mapping that must be there; its absence is noted. */
    public Optional<RuleNode> need(String key) {
        Optional<RuleNode> found = find(key);
        if (found.isEmpty()) {
            fail("The key " + key + " is missing.", "Add " + key + ".");
        }
        return found;
    }

    /** The text of an entry that must be there; empty text if it is not. */
    public String needText(String key) {
        return need(key).map(RuleNode::text).orElse("");
    }

    /** The text of an entry, or {@code otherwise} if it is not there. */
    public String textOr(String key, String otherwise) {
        return find(key).map(RuleNode::text).orElse(otherwise);
    }

    /** The text of a scalar; anything else is noted. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fail("A single value is expected here.", "Write one value, not a list or keys.");
        return "";
    }

    /** The items of a list; a single value counts as a list of one. */
    public List<RuleNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<RuleNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new RuleNode(file, path + "[" + items.size() + "]", item, problems));
        }
        return items;
    }

    /** The texts of a list of scalars. */
    public List<String> texts() {
        return items().stream().map(RuleNode::text).toList();
    }

    /** The entries of a mapping, all of them asked for. */
    public Map<String, RuleNode> entries() {
        asked.addAll(entries.keySet());
        return entries;
    }

    /** The entries of a mapping, none of them asked for. */
    public Map<String, RuleNode> seen() {
        return Collections.unmodifiableMap(entries);
    }

    /** Whether this is a mapping. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Note every key nobody asked for. */
    public void close() {
        if (!isMapping()) {
            fail("Keys are expected here.", "Write " + new TreeSet<>(asked) + ".");
            return;
        }
        for (Map.Entry<String, RuleNode> entry : entries.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                Mark mark = keys.get(entry.getKey());
                problems.add(
                        file,
                        mark == null ? line() : mark.getLine() + 1,
                        mark == null ? "" : "" + (mark.getColumn() + 1),
                        entry.getKey(),
                        "Unknown key at " + entry.getValue().path + ".",
                        "Known here: " + String.join(", ", new TreeSet<>(asked)) + ".");
            }
        }
    }

    /** Note a mistake at this value. */
    public void fail(String problem, String remedy) {
        String value = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        String where = path.isEmpty() ? "" : " (clause " + path + ")";
        problems.add(file, line(), "" + column(), value, problem.replaceAll("\\.$", "") + where + ".", remedy);
    }

    /** Line of the value, 1 for the first. */
    public int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private int column() {
        return node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
    }

    /** The file it stands in. */
    public String file() {
        return file;
    }

    /** Where in the file it stands: {@code requirements[3].met-when}. */
    public String path() {
        return path;
    }
}

package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Open the files of a rule set: the YAML files as nodes, the tables as text. Not safe for concurrent use. */
final class RuleFiles {
    static final String PROGRAM = "program.yaml";
    static final String REASONS = "reasons.yaml";
    static final String ELIGIBILITY = "eligibility.yaml";
    static final String CONFLICTS = "conflicts.yaml";
    static final String TIME = "time.yaml";
    static final String CLAIM = "claim.yaml";
    static final String FEES = "fees.csv";
    static final String LOCALITIES = "gpci.csv";
    static final String PAIR_EDITS = "ncci.csv";

    private static final Set<String> YAML = Set.of(PROGRAM, REASONS, ELIGIBILITY, CONFLICTS, TIME, CLAIM);
    private static final Set<String> TABLES = Set.of(FEES, LOCALITIES, PAIR_EDITS, "cases.csv");
    private static final String CODES = "codes/";

    final RuleSet rules;
    final RuleProblems problems;
    private final Map<String, RuleNode> nodes = new TreeMap<>();

    RuleFiles(RuleSet rules, RuleProblems problems) {
        this.rules = rules;
        this.problems = problems;
        rules.files().forEach(this::open);
        for (String needed : List.of(PROGRAM, REASONS)) {
            if (!rules.files().containsKey(needed)) {
                problems.add(needed, 0, "", "", "The rule set has no " + needed + ".", "Add it.");
            }
        }
        if (codes().isEmpty()) {
            problems.add("codes", 0, "", "", "The rule set has no code.", "Add a file for each code below codes/.");
        }
    }

    private void open(String file, String text) {
        if (YAML.contains(file) || file.startsWith(CODES) && file.endsWith(".yaml")) {
            RuleNode.read(file, text, problems).ifPresent(node -> {
                new DaysInForce(rules).check(node);
                nodes.put(file, node);
            });
        } else if (!TABLES.contains(file)) {
            problems.add(
                    file,
                    0,
                    "",
                    "",
                    "A rule set has no such file.",
                    "Known: " + new TreeSet<>(YAML) + ", " + new TreeSet<>(TABLES) + ", codes/.");
        }
    }

    /** A file that was checked to be there. */
    RuleNode need(String file) {
        return Optional.ofNullable(nodes.get(file)).orElseThrow();
    }

    /** A key of a file, if the file and the key are there. */
    Optional<RuleNode> find(String file, String key) {
        return Optional.ofNullable(nodes.get(file)).flatMap(node -> node.find(key));
    }

    /** The items of a list below a key of a file; none if it is not there. */
    List<RuleNode> items(String file, String key) {
        return find(file, key).map(RuleNode::items).orElse(List.of());
    }

    /** The files of codes, in the order of their names. */
    List<RuleNode> codes() {
        List<RuleNode> codes = new ArrayList<>();
        nodes.forEach((file, node) -> {
            if (file.startsWith(CODES)) {
                codes.add(node);
            }
        });
        return codes;
    }

    /** Text of a table, if it is there. */
    @Nullable
    String table(String file) {
        return rules.files().get(file);
    }

    /** Note every key of a file that nobody asked for. */
    void close() {
        nodes.values().forEach(RuleNode::close);
    }
}

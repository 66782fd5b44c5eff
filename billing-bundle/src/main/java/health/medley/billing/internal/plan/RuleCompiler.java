package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.ErrorCode;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.rules.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compile a rule set into a plan, or say everything that is wrong with it. */
public final class RuleCompiler {
    private static final Set<String> YAML =
            Set.of("program.yaml", "reasons.yaml", "eligibility.yaml", "conflicts.yaml", "time.yaml", "claim.yaml");
    private static final Set<String> TABLES = Set.of("fees.csv", "gpci.csv", "cases.csv");
    private static final String CODES = "codes/";

    private final RuleSet rules;
    private final RuleProblems problems;
    private final Map<String, RuleNode> files = new TreeMap<>();

    private RuleCompiler(RuleSet rules, RuleProblems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /**
     * Compile a rule set.
     *
     * @throws MedleyException {@code RULES_INVALID} with the first mistake if it does not compile
     */
    public static RulePlan compile(RuleSet rules) {
        RuleProblems problems = new RuleProblems();
        return compile(rules, problems).orElseThrow(() -> invalid(rules, problems.all()));
    }

    private static MedleyException invalid(RuleSet rules, List<InputProblem> problems) {
        InputProblem first = problems.get(0);
        return new MedleyException(
                ErrorCode.RULES_INVALID,
                "Compiling " + rules.ref() + ": " + problems.size() + " mistakes, the first at " + first.place() + ": "
                        + first.problem() + " " + first.remedy());
    }

    /** Compile a rule set; empty if something is wrong, which is noted in {@code problems}. */
    public static Optional<RulePlan> compile(RuleSet rules, RuleProblems problems) {
        return new RuleCompiler(rules, problems).plan();
    }

    private Optional<RulePlan> plan() {
        rules.files().forEach(this::open);
        List<RuleNode> codes = new ArrayList<>();
        files.forEach((file, node) -> {
            if (file.startsWith(CODES)) {
                codes.add(node);
            }
        });
        for (String needed : List.of("program.yaml", "reasons.yaml")) {
            if (!rules.files().containsKey(needed)) {
                problems.add(needed, 0, "", "", "The rule set has no " + needed + ".", "Add it.");
            }
        }
        if (codes.isEmpty()) {
            problems.add("codes", 0, "", "", "The rule set has no code.", "Add a file for each code below codes/.");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        PlanParts parts = parts(codes);
        files.forEach((file, node) -> node.close());
        return problems.isEmpty() ? Optional.of(new RulePlan(parts)) : Optional.empty();
    }

    private void open(String file, String text) {
        if (YAML.contains(file) || file.startsWith(CODES) && file.endsWith(".yaml")) {
            RuleNode.read(file, text, problems).ifPresent(node -> files.put(file, node));
        } else if (!TABLES.contains(file)) {
            problems.add(
                    file, 0, "", "", "A rule set has no such file.", "Known: " + YAML + ", " + TABLES + ", codes/.");
        }
    }

    private PlanParts parts(List<RuleNode> codeNodes) {
        ProgramFile program = new ProgramFile(files.get("program.yaml"), rules);
        ReasonOrder order = new ReasonOrder(Optional.of(files.get("reasons.yaml")));
        Slots slots = new Slots(FactVocabulary.platform().with(program.facts));
        Map<String, Conditions.Parameter> parameters = new LinkedHashMap<>(program.parameters);
        find("eligibility.yaml", "parameters").ifPresent(node -> ParameterList.read(node, parameters));
        List<CodeGroup> groups = groups();
        CodeFiles codes = new CodeFiles(program, codeNodes);
        Set<String> names = groups.stream().map(CodeGroup::name).collect(Collectors.toSet());
        Conditions conditions = new Conditions(slots, parameters, codes.families(), names);
        CheckFiles checks = new CheckFiles(conditions, order, slots, rules);
        read(checks);
        List<Family> families = codes.read(slots, order, checks);
        mechanisms(slots, program);
        Fees fees = new FeeTables(rules, problems).read(program.feeBasis, codesOf(families));
        int notAsked = program.notAsked.map(node -> notAsked(node, conditions)).orElse(-1);
        int rateMissing = find("claim.yaml", "rate-missing")
                .map(node -> rateMissing(node, order))
                .orElse(PlanDecision.NO_REASON);
        return new PlanParts(
                rules.ref(),
                rules.program(),
                program.label,
                rules.from().firstDay(),
                rules.to().lastDay(),
                program.settings,
                slots,
                conditions.graph(),
                checks.checks(),
                checks.uncounted(),
                families,
                tracks(program, codes.families()),
                program.highestAmount,
                notAsked,
                rateMissing,
                RequestReasons.read(files.get("conflicts.yaml"), order, codes.families()),
                groups,
                fees,
                texts(parameters),
                order.reasons(),
                order.sentences());
    }

    private void read(CheckFiles checks) {
        find("eligibility.yaml", "requirements").ifPresent(checks::requirements);
        find("conflicts.yaml", "exclusions").ifPresent(checks::exclusions);
        find("time.yaml", "uncounted").ifPresent(checks::uncounted);
        find("claim.yaml", "notes").ifPresent(checks::notes);
    }

    private static List<CodeRule> codesOf(List<Family> families) {
        List<CodeRule> codes = new ArrayList<>();
        for (Family family : families) {
            codes.add(family.base());
            codes.addAll(family.addOns());
        }
        return codes;
    }

    private void mechanisms(Slots slots, ProgramFile program) {
        slots.of("date_of_service");
        if (!program.highestAmount) {
            slots.of("declared_track");
        }
        if (program.parameters.containsKey(PlanParts.FACILITY_PLACES)) {
            slots.of("place_of_service");
        }
        if (find("conflicts.yaml", "requests").isPresent()) {
            List.of("requested", "base_billed", "base_paid").forEach(slots::of);
        }
        if (rules.files().containsKey("fees.csv")) {
            slots.of("locality_priced");
        }
    }

    private Optional<RuleNode> find(String file, String key) {
        return Optional.ofNullable(files.get(file)).flatMap(node -> node.find(key));
    }

    private static int notAsked(RuleNode node, Conditions conditions) {
        int entry = node.need("when").map(conditions::compile).orElse(-1);
        Citations.of(node);
        node.close();
        return entry;
    }

    private static int rateMissing(RuleNode node, ReasonOrder order) {
        int place = node.need("says").map(says -> order.place("billed", says)).orElse(PlanDecision.NO_REASON);
        Citations.of(node);
        node.close();
        return place;
    }

    private List<CodeGroup> groups() {
        List<CodeGroup> found = new ArrayList<>();
        for (RuleNode node :
                find("conflicts.yaml", "groups").map(RuleNode::items).orElse(List.of())) {
            Optional<RuleNode> valid = node.need("valid");
            LocalDate[] days = valid.map(Citations::days).orElse(new LocalDate[] {LocalDate.MIN, LocalDate.MAX});
            RuleClause clause = Citations.of(node, valid.flatMap(range -> range.find("from")));
            found.add(new CodeGroup(
                    node.needText("name"),
                    node.needText("label"),
                    CodeRanges.read(node.need("codes")),
                    days[0],
                    days[1],
                    clause));
            valid.ifPresent(RuleNode::close);
            node.close();
        }
        return found;
    }

    private static Map<String, int[]> tracks(ProgramFile program, List<String> families) {
        Map<String, int[]> tracks = new LinkedHashMap<>();
        program.tracks.forEach((track, tries) -> {
            for (RuleNode family : tries.items()) {
                if (!families.contains(family.text())) {
                    family.fail("There is no family " + family.text() + ".", "Use one of " + families + ".");
                }
            }
            tracks.put(
                    track,
                    tries.texts().stream()
                            .mapToInt(families::indexOf)
                            .filter(i -> i >= 0)
                            .toArray());
        });
        return tracks;
    }

    private static Map<String, List<String>> texts(Map<String, Conditions.Parameter> parameters) {
        Map<String, List<String>> texts = new TreeMap<>();
        parameters.forEach((name, parameter) -> texts.put(name, parameter.values()));
        return texts;
    }
}

package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Read {@code program.yaml}: what a rule set rules. */
final class ProgramFile {
    private static final Set<String> KINDS = Set.of("count", "flag", "date", "time", "word", "level", "text");

    final String label;
    final Set<String> settings = new TreeSet<>();
    final boolean highestAmount;
    final Map<String, RuleNode> tracks = new LinkedHashMap<>();
    final Map<Set<String>, String> timeFacts = new LinkedHashMap<>();
    final List<Fact> facts = new ArrayList<>();
    final Map<String, Conditions.Parameter> parameters = new LinkedHashMap<>();
    final Optional<RuleNode> notAsked;
    String feeBasis = "";

    ProgramFile(RuleNode file, RuleSet rules) {
        agree(file.need("name"), rules.ref().name());
        agree(file.need("version"), rules.ref().version());
        agree(file.need("program"), rules.program());
        this.label = file.textOr("label", rules.program());
        file.needText("payer");
        months(file, rules);
        file.find("settings").ifPresent(this::settings);
        this.highestAmount = choose(file);
        file.find("tracks").ifPresent(found -> found.items().forEach(this::track));
        file.find("time").ifPresent(found -> found.items().forEach(this::time));
        file.find("facts").ifPresent(found -> found.items().forEach(this::fact));
        file.find("place-of-service").ifPresent(this::places);
        file.find("fees").ifPresent(this::fees);
        this.notAsked = file.find("not-asked");
        file.close();
    }

    private static void agree(Optional<RuleNode> node, String expected) {
        node.filter(found -> !found.text().equals(expected))
                .ifPresent(found ->
                        found.fail("The bundle's manifest says " + expected + ".", "Write the same in both places."));
    }

    private static void months(RuleNode file, RuleSet rules) {
        file.need("months").ifPresent(months -> {
            agree(months.need("from"), rules.from().toString());
            agree(months.need("to"), rules.to().toString());
            months.close();
        });
    }

    private void settings(RuleNode node) {
        settings.addAll(node.need("values").map(RuleNode::texts).orElse(List.of()));
        Citations.of(node);
        node.close();
    }

    private static boolean choose(RuleNode file) {
        Optional<RuleNode> choose = file.need("choose");
        String text = choose.map(RuleNode::text).orElse("");
        if (choose.isPresent() && !text.equals("declared track") && !text.equals("highest amount")) {
            choose.get().fail("There is no such choice.", "Write declared track or highest amount.");
        }
        return text.equals("highest amount");
    }

    private void track(RuleNode node) {
        String name = node.needText("name");
        node.need("tries").ifPresent(tries -> tracks.put(name, tries));
        Citations.of(node);
        node.close();
    }

    private void time(RuleNode node) {
        List<String> counts = node.need("counts").map(RuleNode::texts).orElse(List.of());
        timeFacts.put(Set.copyOf(counts), node.needText("fact"));
        Citations.of(node);
        node.close();
    }

    private void fact(RuleNode node) {
        String kind = node.needText("kind");
        if (!KINDS.contains(kind)) {
            node.fail("There is no kind of fact " + kind + ".", "Use one of " + new TreeSet<>(KINDS) + ".");
            kind = "text";
        }
        facts.add(new Fact(
                node.needText("name"),
                "extra",
                FactKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                node.textOr("unit", ""),
                node.find("words").map(RuleNode::texts).orElse(List.of()),
                List.of(node.needText("name")),
                node.needText("meaning")));
        node.close();
    }

    private void places(RuleNode node) {
        parameters.put(
                PlanParts.FACILITY_PLACES,
                new Conditions.Parameter(
                        node.need("facility").map(RuleNode::texts).orElse(List.of()), ""));
        parameters.put(
                PlanParts.NOT_BILLING_PLACES,
                new Conditions.Parameter(
                        node.find("not-billing").map(RuleNode::texts).orElse(List.of()), ""));
        parameters.put(PlanParts.DEFAULT_PLACE, new Conditions.Parameter(List.of(node.needText("default")), ""));
        node.needText("unit");
        Citations.of(node);
        node.close();
    }

    private void fees(RuleNode node) {
        feeBasis = node.needText("basis");
        node.needText("unit");
        Citations.of(node);
        node.close();
    }
}

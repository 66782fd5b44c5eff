package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import health.medley.core.rules.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Read {@code program.yaml}: what a rule set rules. */
final class ProgramFile {
    /** The service of a program that has only one. */
    static final String UNNAMED = "";

    private static final Set<String> KINDS = Set.of("count", "flag", "date", "time", "word", "level", "text");

    final String name;
    final String label;
    final List<DatedSettings> settings = new ArrayList<>();
    final boolean highestAmount;
    final List<Track> tracks = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final Map<String, Parameter> parameters = new LinkedHashMap<>();
    final Set<String> judges = new TreeSet<>();
    final Optional<FallBack> fallsBackTo;
    final Optional<RuleNode> appliesWhen;
    String feeBasis = "";

    private final List<String> services = new ArrayList<>();
    private final Map<String, RuleNode> notAsked = new HashMap<>();
    private final List<Time> times = new ArrayList<>();

    /** A track that a practice may declare, and the families one service tries for it. */
    record Track(String name, String service, RuleNode tries) {}

    /** Which fact counts the time of whom, for every service or for one. */
    private record Time(String service, Set<String> counts, String fact) {}

    ProgramFile(RuleNode file, RuleSet rules) {
        agree(file.need("name"), rules.ref().name());
        agree(file.need("version"), rules.ref().version());
        agree(file.need("program"), rules.program());
        this.name = rules.program();
        this.label = file.textOr("label", rules.program());
        file.needText("payer");
        months(file, rules);
        this.highestAmount = choose(file);
        file.find("settings").ifPresent(found -> found.items().forEach(this::settings));
        file.find("tracks").ifPresent(found -> found.items().forEach(this::track));
        if (services.isEmpty()) {
            services.add(UNNAMED);
        }
        file.find("time").ifPresent(found -> found.items().forEach(this::time));
        file.find("facts").ifPresent(found -> found.items().forEach(this::fact));
        file.find("place-of-service").ifPresent(this::places);
        file.find("fees").ifPresent(this::fees);
        file.find("not-asked").ifPresent(found -> found.items().forEach(this::notAsked));
        file.find("judges").ifPresent(this::judges);
        this.fallsBackTo = file.find("falls-back-to").map(ProgramFile::fallBack);
        this.appliesWhen = file.find("applies-when");
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
        Set<String> values =
                new TreeSet<>(node.need("values").map(RuleNode::texts).orElse(List.of()));
        if (values.isEmpty()) {
            node.fail("There is no setting.", "Name how a practice is paid, or leave settings out.");
        }
        LocalDate[] days = Citations.days(node);
        settings.add(new DatedSettings(values, days[0], days[1]));
        Citations.of(node);
        node.close();
    }

    /** How a practice may be paid on some day for the rules to apply. */
    Set<String> everySetting() {
        Set<String> all = new TreeSet<>();
        settings.forEach(dated -> all.addAll(dated.values()));
        return all;
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
        String service = node.textOr("service", UNNAMED);
        if (tracks.stream()
                .anyMatch(track -> track.name().equals(name) && track.service().equals(service))) {
            node.fail("The track " + name + " is there twice for one service.", "Keep one of them.");
        }
        node.need("tries").ifPresent(tries -> tracks.add(new Track(name, service, tries)));
        if (!services.contains(service)) {
            services.add(service);
        }
        Citations.of(node);
        node.close();
    }

    /** The services in the order in which tracks name them; one without a name where none does. */
    List<String> services() {
        return List.copyOf(services);
    }

    List<Track> tracksOf(String service) {
        return tracks.stream().filter(track -> track.service().equals(service)).toList();
    }

    /** Whether a clause is about a service: one that names none is about all of them. */
    boolean concerns(RuleNode node, String service) {
        Optional<RuleNode> named = node.find("service");
        named.filter(text -> !services.contains(text.text()))
                .ifPresent(text -> text.fail(
                        "There is no service " + text.text() + ".",
                        "Use one of " + services + ", which the tracks of program.yaml name."));
        return named.isEmpty() || named.get().text().equals(service);
    }

    private void time(RuleNode node) {
        List<String> counts = node.need("counts").map(RuleNode::texts).orElse(List.of());
        String service = node.textOr("service", UNNAMED);
        concerns(node, service);
        times.add(new Time(service, Set.copyOf(counts), node.needText("fact")));
        Citations.of(node);
        node.close();
    }

    /** The fact that counts the time of these people for a service: its own before that of all services. */
    Optional<String> timeFact(String service, Set<String> counts) {
        return times.stream()
                .filter(time -> time.counts().equals(counts))
                .filter(time -> time.service().equals(service) || time.service().equals(UNNAMED))
                .max((one, other) -> Boolean.compare(
                        one.service().equals(service), other.service().equals(service)))
                .map(Time::fact);
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
        parameters.put(PlanParts.FACILITY_PLACES, places(node.need("facility")));
        parameters.put(PlanParts.NOT_BILLING_PLACES, places(node.find("not-billing")));
        parameters.put(PlanParts.DEFAULT_PLACE, Parameter.one(node.needText("default"), ""));
        node.needText("unit");
        Citations.of(node);
        node.close();
    }

    private static Parameter places(Optional<RuleNode> list) {
        return Parameter.list(list.map(RuleNode::texts).orElse(List.of()));
    }

    private void fees(RuleNode node) {
        feeBasis = node.needText("basis");
        node.needText("unit");
        Citations.of(node);
        node.close();
    }

    private void notAsked(RuleNode node) {
        String service = node.textOr("service", UNNAMED);
        concerns(node, service);
        if (notAsked.put(service, node) != null) {
            node.fail("not-asked is there twice for one service.", "Keep one of them.");
        }
        node.need("when");
        Citations.of(node);
        node.close();
        node.close();
    }

    /** When nobody asked for a service. */
    Optional<RuleNode> notAsked(String service) {
        return Optional.ofNullable(notAsked.getOrDefault(service, notAsked.get(UNNAMED)))
                .flatMap(node -> node.find("when"));
    }

    private void judges(RuleNode node) {
        judges.addAll(CodeRanges.read(node.need("codes")));
        if (judges.isEmpty()) {
            node.fail("judges names no code.", "Name the codes these rules judge, or drop judges.");
        }
        Citations.of(node);
        node.close();
    }

    private static FallBack fallBack(RuleNode node) {
        FallBack fallBack = new FallBack(node.needText("program"), node.needText("track"), Citations.of(node));
        node.close();
        return fallBack;
    }
}

package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compile one service of a rule set to the parts of its plan. One for each service. */
final class ServiceCompiler {
    private final RuleFiles files;
    private final ProgramFile program;
    private final String service;
    private final Map<String, Parameter> parameters;
    private final ReasonOrder order;
    private final Slots slots;
    private int appliesWhen = TestGraph.TRUE;

    ServiceCompiler(
            RuleFiles files,
            ProgramFile program,
            String service,
            Map<String, Parameter> parameters,
            ReasonOrder order) {
        this.files = files;
        this.program = program;
        this.service = service;
        this.parameters = parameters;
        this.order = order;
        this.slots = new Slots(FactVocabulary.platform().with(program.facts));
    }

    /** First test of {@code applies-when}, of a service whose parts were compiled. */
    int appliesWhen() {
        return appliesWhen;
    }

    PlanParts parts(CodeFiles codes, List<CodeGroup> groups, Optional<PairEdits> edits, Map<String, String> overrides) {
        Set<String> names = groups.stream().map(CodeGroup::name).collect(Collectors.toSet());
        Conditions conditions = new Conditions(slots, parameters, codes.of(service), names);
        CheckFiles checks = new CheckFiles(conditions, order, slots, files.rules, program, service);
        read(checks);
        List<Family> read = codes.read(service, slots, order, checks, parameters);
        List<Family> families =
                edits.map(found -> found.apply(read, checks, conditions, order)).orElse(read);
        mechanisms();
        appliesWhen = program.appliesWhen.map(conditions::compile).orElse(TestGraph.TRUE);
        return assembled(codes.of(service), conditions, checks, families, groups, overrides);
    }

    private PlanParts assembled(
            ServiceCodes codes,
            Conditions conditions,
            CheckFiles checks,
            List<Family> families,
            List<CodeGroup> groups,
            Map<String, String> overrides) {
        // the graph is whole only once the last condition is compiled
        int notAsked = program.notAsked(service).map(conditions::compile).orElse(TestGraph.FALSE);
        return new PlanParts(
                files.rules.ref(),
                files.rules.program(),
                program.label,
                service,
                files.rules.from().firstDay(),
                files.rules.to().lastDay(),
                program.everySetting(),
                slots,
                conditions.graph(),
                checks.checks(),
                checks.uncounted(),
                checks.marked(),
                families,
                tracks(codes),
                program.highestAmount,
                notAsked,
                rateMissing(),
                RequestReasons.read(files, order, codes),
                groups,
                new FeeTables(files).read(program.feeBasis, codesOf(families)),
                texts(),
                new TreeMap<>(overrides),
                order.reasons(),
                order.sentences());
    }

    private void read(CheckFiles checks) {
        files.find(RuleFiles.ELIGIBILITY, "requirements").ifPresent(checks::requirements);
        files.find(RuleFiles.CONFLICTS, "exclusions").ifPresent(checks::exclusions);
        files.find(RuleFiles.TIME, "uncounted").ifPresent(checks::uncounted);
        files.find(RuleFiles.CLAIM, "notes").ifPresent(checks::notes);
    }

    private static List<CodeRule> codesOf(List<Family> families) {
        return families.stream().flatMap(family -> family.codes().stream()).toList();
    }

    private void mechanisms() {
        slots.of("date_of_service");
        if (!program.highestAmount) {
            slots.of("declared_track");
        }
        if (program.parameters.containsKey(PlanParts.FACILITY_PLACES)) {
            slots.of("place_of_service");
        }
        if (files.find(RuleFiles.CONFLICTS, "requests").isPresent()) {
            List.of("requested", "base_billed", "base_paid").forEach(slots::of);
        }
        if (files.table(RuleFiles.FEES) != null) {
            slots.of("locality_priced");
        }
    }

    private int rateMissing() {
        Optional<RuleNode> found = files.find(RuleFiles.CLAIM, "rate-missing");
        if (found.isEmpty()) {
            return PlanDecision.NO_REASON;
        }
        RuleNode node = found.get();
        int place = node.need("says").map(says -> order.place("billed", says)).orElse(PlanDecision.NO_REASON);
        Citations.of(node);
        node.close();
        return place;
    }

    private Map<String, int[]> tracks(ServiceCodes codes) {
        List<String> all = codes.everyFamily();
        Map<String, int[]> tracks = new LinkedHashMap<>();
        for (ProgramFile.Track track : program.tracksOf(service)) {
            for (RuleNode family : track.tries().items()) {
                if (!all.contains(family.text())) {
                    family.fail("There is no family " + family.text() + ".", "Use one of " + all + ".");
                }
            }
            tracks.put(
                    track.name(),
                    track.tries().texts().stream()
                            .mapToInt(codes.families()::indexOf)
                            .filter(family -> family >= 0)
                            .toArray());
        }
        return tracks;
    }

    private Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new TreeMap<>();
        parameters.forEach((name, parameter) -> texts.put(name, parameter.values()));
        return texts;
    }
}

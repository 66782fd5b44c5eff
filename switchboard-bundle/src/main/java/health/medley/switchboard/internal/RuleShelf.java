package health.medley.switchboard.internal;

import health.medley.core.rules.RuleRef;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rule sets of the installed bundles, and what is wrong with those that cannot be used. Guarded by its owner. */
final class RuleShelf {
    private static final Comparator<RuleSet> ORDER = Comparator.comparing(
                    (RuleSet set) -> set.ref().name())
            .thenComparing(set -> set.ref().version(), Versions.ORDER);

    private final Map<Long, RuleSet> byBundle = new HashMap<>();
    private final Map<Long, String> bundleNames = new HashMap<>();
    private final Map<Long, String> problems = new TreeMap<>();
    private final Map<String, String> hashes = new HashMap<>();

    /**
     * Put a rule set on the shelf.
     *
     * <p>What a name and version once meant they mean for ever: with other content the set is refused.
     */
    void put(long bundle, String bundleName, RuleSet set) {
        RuleRef ref = set.ref();
        String known = hashes.putIfAbsent(ref.toString(), ref.sha256());
        if (known != null && !known.equals(ref.sha256())) {
            refuse(
                    bundle,
                    bundleName,
                    "it calls itself " + ref + " like rules seen before, but its content has the hash "
                            + ref.sha256().substring(0, 12) + " and not " + known.substring(0, 12)
                            + ": give changed rules a new version");
            return;
        }
        problems.remove(bundle);
        bundleNames.put(bundle, bundleName);
        byBundle.put(bundle, set);
    }

    /** Note why the rules of a bundle cannot be used. */
    void refuse(long bundle, String bundleName, String problem) {
        byBundle.remove(bundle);
        bundleNames.put(bundle, bundleName);
        problems.put(bundle, problem);
    }

    /** Take the rules of a bundle from the shelf. Routings that name them keep them. */
    void remove(long bundle) {
        byBundle.remove(bundle);
        problems.remove(bundle);
        bundleNames.remove(bundle);
    }

    /** Every usable set once, in the order of name, then version. */
    List<RuleSet> all() {
        Map<String, RuleSet> once = new TreeMap<>();
        byBundle.values().forEach(set -> once.put(set.ref().toString(), set));
        return once.values().stream().sorted(ORDER).toList();
    }

    /** The set of a name and version; null if it is not on the shelf. */
    @Nullable
    RuleSet find(String name, String version) {
        return all().stream()
                .filter(set ->
                        set.ref().name().equals(name) && set.ref().version().equals(version))
                .findFirst()
                .orElse(null);
    }

    /** The name of the rules a bundle carries, by the bundle's symbolic name; null if it carries none. */
    @Nullable
    String rulesOf(String bundleName) {
        return byBundle.entrySet().stream()
                .filter(entry -> bundleName.equals(bundleNames.get(entry.getKey())))
                .map(entry -> entry.getValue().ref().name())
                .findFirst()
                .orElse(null);
    }

    /** What is wrong with the rule bundles of a symbolic name, as parts of sentences. */
    List<String> problemsOf(String bundleName) {
        List<String> found = new ArrayList<>();
        problems.forEach((bundle, problem) -> {
            if (bundleName.equals(bundleNames.get(bundle))) {
                found.add(problem);
            }
        });
        return found;
    }

    /** Symbolic names of bundles whose rules cannot be used. */
    List<String> refused() {
        return problems.keySet().stream().map(bundleNames::get).sorted().toList();
    }

    /** Decide which version of each name is active: the chosen one, else the one that is, else the only one. */
    RuleRoutes select(Choices choices, RuleRoutes now) {
        Map<String, List<RuleSet>> byName =
                all().stream().collect(Collectors.groupingBy(set -> set.ref().name()));
        Map<String, RuleRoutes.Active> active = new HashMap<>();
        byName.forEach((name, sets) -> {
            RuleRoutes.Active selected = select(sets, choices.of(name), now.named(name));
            if (selected != null) {
                active.put(name, selected);
            }
        });
        return new RuleRoutes(active);
    }

    private static RuleRoutes.@Nullable Active select(
            List<RuleSet> sets, Choices.@Nullable Chosen choice, RuleRoutes.@Nullable Active now) {
        if (choice != null) {
            return sets.stream()
                    .filter(set -> set.ref().version().equals(choice.version()))
                    .findFirst()
                    .map(set -> new RuleRoutes.Active(set, true))
                    .orElse(null);
        }
        if (now != null
                && sets.stream().anyMatch(set -> set.ref().equals(now.set().ref()))) {
            return now;
        }
        return sets.size() == 1 ? new RuleRoutes.Active(sets.get(0), false) : null;
    }

    /** For the log: {@code ccm-2025 1.0.0, ccm-2026 1.0.0}. */
    static String describe(RuleRoutes routes) {
        return routes.all().isEmpty()
                ? "none"
                : routes.all().stream()
                        .map(active -> active.set().ref().toString())
                        .collect(Collectors.joining(", "));
    }
}

package health.medley.billing.internal.check;

import health.medley.billing.internal.check.RuleTree.Items;
import health.medley.billing.internal.check.RuleTree.Keys;
import health.medley.billing.internal.check.RuleTree.Text;
import health.medley.billing.internal.plan.Fact;
import health.medley.billing.internal.plan.FactVocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of a rule set by kind: what a word may be mistaken for. */
final class Kinds {
    private static final List<Set<String>> ALTERNATIVES = List.of(
            Set.of("yes", "no"),
            Set.of("no bill", "hold", "note"),
            Set.of("deny", "hold"),
            Set.of("stands", "refused"),
            Set.of("us", "another", "anyone"),
            Set.of("declared track", "highest amount"));
    private static final Map<String, Integer> OF_KEY =
            Map.of("outcome", 1, "beyond", 2, "the-other", 3, "by", 4, "choose", 5);
    private static final Set<String> FACT_KEYS =
            Set.of("fact", "to", "codes-change-with", "codes-change-counting", "instead-of");
    private static final int MOST_TRIED = 3;

    private final Map<String, Set<String>> byKey = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<Set<String>> stages = new ArrayList<>();

    Kinds(Map<String, RuleTree> files) {
        files.forEach((name, tree) -> collect(name.replaceAll("\\.yaml$", ""), tree));
        if (files.get("reasons.yaml") instanceof Keys reasons
                && reasons.entries().get("order") instanceof Items list) {
            for (RuleTree item : list.items()) {
                Set<String> stage = new LinkedHashSet<>();
                collectTexts(((Keys) item).entries().get("reasons"), stage);
                stages.add(stage);
                order.addAll(stage);
            }
        }
    }

    private void collect(String key, RuleTree node) {
        if (node instanceof Keys keys) {
            keys.entries().forEach(this::collect);
        } else if (node instanceof Items list) {
            list.items().forEach(item -> collect(key, item));
        } else if (node instanceof Text text) {
            byKey.computeIfAbsent(key, made -> new LinkedHashSet<>()).add(text.text());
        }
    }

    private static void collectTexts(RuleTree node, Set<String> into) {
        if (node instanceof Items list) {
            list.items().forEach(item -> into.add(((Text) item).text()));
        }
    }

    int timesInOrder(String reason) {
        return (int) order.stream().filter(reason::equals).count();
    }

    /** What a word becomes: for each change, the words to try, of which the first that compiles counts. */
    List<List<String>> others(String file, String path, String key, String word, Keys parent) {
        Integer fixed = OF_KEY.get(key);
        if (fixed == null && ALTERNATIVES.get(0).contains(word)) {
            fixed = 0;
        }
        if (fixed != null && ALTERNATIVES.get(fixed).contains(word)) {
            return ALTERNATIVES.get(fixed).stream()
                    .filter(other -> !other.equals(word))
                    // what another's code does, an earlier clause often says of ours
                    .filter(other -> !word.equals("another") || !other.equals("anyone"))
                    .sorted()
                    .map(List::of)
                    .toList();
        }
        if (FACT_KEYS.contains(key) && FactVocabulary.platform().find(word).isPresent()) {
            return List.of(facts(word));
        }
        if (order.contains(word)) {
            return List.of(reasons(word));
        }
        return List.of(sameKey(key, word, parent));
    }

    private List<String> reasons(String reason) {
        Set<String> candidates = new LinkedHashSet<>();
        for (Set<String> stage : stages) {
            if (stage.contains(reason)) {
                List<String> all = new ArrayList<>(stage);
                int at = all.indexOf(reason);
                for (int step = 1; step < all.size() && step <= 2; step++) {
                    candidates.add(all.get((at + step) % all.size()));
                }
            }
        }
        candidates.remove(reason);
        return List.copyOf(candidates);
    }

    private static List<String> facts(String name) {
        FactVocabulary vocabulary = FactVocabulary.platform();
        Optional<Fact> fact = vocabulary.find(name);
        List<String> all = new ArrayList<>(vocabulary.all().keySet());
        List<String> alike = new ArrayList<>();
        int at = all.indexOf(name);
        for (int step = 1; step < all.size() && alike.size() < MOST_TRIED; step++) {
            Fact other = vocabulary.all().get(all.get((at + step) % all.size()));
            if (other.kind() == fact.get().kind()
                    && other.unit().equals(fact.get().unit())
                    && other.words().equals(fact.get().words())) {
                alike.add(other.name());
            }
        }
        return alike.isEmpty() ? List.of("eligible", "hospice", "staff_seconds") : alike;
    }

    private List<String> sameKey(String key, String word, Keys parent) {
        Set<String> candidates = new LinkedHashSet<>();
        // another default matters only where it is of the other sort
        String kind = key.equals("default") ? "facility" : key;
        List<String> all = new ArrayList<>(byKey.getOrDefault(kind, Set.of()));
        int at = all.indexOf(word);
        for (int step = 1; step < all.size() && candidates.size() < MOST_TRIED; step++) {
            candidates.add(all.get((at + step) % all.size()));
        }
        candidates.remove(word);
        // a word nobody else uses becomes one nobody knows
        candidates.add(word.matches("[0-9A-Z]\\d{3}[0-9A-Z]") ? "00001" : word + "-other");
        return List.copyOf(candidates);
    }
}

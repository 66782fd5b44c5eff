package health.medley.billing.internal.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Number the facts and groups a plan uses, and the words of facts. Filled while compiling, then only read. */
public final class Slots {
    private static final int FIRST_OTHER_WORD = 1_000_000;

    private final FactVocabulary vocabulary;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Long> words = new HashMap<>();

    Slots(FactVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static String group(String group, String by) {
        return group + "@" + by;
    }

    int of(String name) {
        return numbers.computeIfAbsent(name, added -> {
            names.add(added);
            return names.size() - 1;
        });
    }

    /** The slot of a fact the engine itself looks at, where the rules use such a thing at all. */
    int ofMechanism(String name) {
        return find(name);
    }

    int find(String name) {
        return numbers.getOrDefault(name, -1);
    }

    long wordOf(String word) {
        return words.computeIfAbsent(word, added -> (long) words.size());
    }

    long ordinal(String fact, String word) {
        List<String> levels = vocabulary
                .find(fact)
                .map(Fact::words)
                .filter(list -> !list.isEmpty())
                .orElse(List.of());
        if (!levels.isEmpty()) {
            int level = levels.indexOf(word);
            return level < 0 ? FactView.ABSENT : level;
        }
        Long known = words.get(word);
        return known != null ? known : FIRST_OTHER_WORD + (word.hashCode() & 0x7fffffffL);
    }

    String word(long ordinal) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue() == ordinal)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("another word");
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** The facts a plan may use. */
    public FactVocabulary vocabulary() {
        return vocabulary;
    }

    /** Names of the facts used. */
    public Set<String> used() {
        return Set.copyOf(names);
    }
}

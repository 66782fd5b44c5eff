package health.medley.cli.internal.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the words of a command, sorted into options with and without a value and the rest. */
final class Words {

    /** Says that the words are wrong, and how, in one sentence. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence);
        }

        /** The sentence. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> rest = new ArrayList<>();

    private Words() {}

    /**
     * Sort words.
     *
     * @param words the words
     * @param flags options without a value
     * @param valued options with a value; one that ends in {@code ...} may come several times
     * @param positions how many other words there must be
     */
    static Words sort(List<String> words, Set<String> flags, Set<String> valued, int positions) throws Wrong {
        Words sorted = new Words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            boolean again = valued.contains(name + "...");
            if (valued.contains(name) || again) {
                boolean joined = equals > 0;
                if (!joined && i + 1 == words.size()) {
                    throw new Wrong(name + " needs a value.");
                }
                sorted.value(name, joined ? word.substring(equals + 1) : words.get(++i), again);
            } else if (flags.contains(word)) {
                sorted.flags.add(word);
            } else if (word.startsWith("-")) {
                throw new Wrong("The option " + word + " is unknown.");
            } else {
                sorted.rest.add(word);
            }
        }
        sorted.count(positions);
        return sorted;
    }

    private void value(String name, String value, boolean again) throws Wrong {
        if (value.isEmpty()) {
            throw new Wrong(name + " needs a value.");
        }
        List<String> given = values.computeIfAbsent(name, first -> new ArrayList<>());
        given.add(value);
        if (given.size() > 1 && !again) {
            throw new Wrong(name + " is given twice.");
        }
    }

    private void count(int positions) throws Wrong {
        if (rest.size() > positions) {
            throw new Wrong("The word \"" + rest.get(positions) + "\" is one too many.");
        }
        if (rest.size() < positions) {
            throw new Wrong("A word is missing.");
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> optional(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    /** Every value of an option that may come several times, in order. */
    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    String required(String name) throws Wrong {
        return optional(name).orElseThrow(() -> new Wrong(name + " is missing."));
    }

    String position(int index) {
        return rest.get(index);
    }
}

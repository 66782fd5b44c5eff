package health.medley.launcher.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed: the words of a command, and what is the launcher's to act on.
 *
 * @param words everything else, in order
 * @param rules rule bundles to install for this command
 * @param debug whether a failure is to show its stack
 */
record Words(List<String> words, List<Path> rules, boolean debug) {
    /** Says what is wrong with the words, in one sentence. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence);
        }
    }

    private static final String RULES = "--rules";
    private static final String DEBUG = "--debug";

    static Words read(List<String> typed, Path directory) {
        List<String> words = new ArrayList<>();
        List<Path> rules = new ArrayList<>();
        boolean debug = false;
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (word.equals(DEBUG)) {
                debug = true;
            } else if (word.equals(RULES)) {
                rules.add(jar(directory, i + 1 < typed.size() ? typed.get(i + 1) : null));
                i++;
            } else if (word.startsWith(RULES + "=")) {
                rules.add(jar(directory, word.substring(RULES.length() + 1)));
            } else {
                words.add(word);
            }
        }
        return new Words(words, rules, debug);
    }

    private static Path jar(Path directory, @Nullable String named) {
        if (named == null || named.isEmpty() || named.startsWith("--")) {
            throw new Wrong("medley: --rules needs the path of a rule bundle after it, a jar");
        }
        return directory.resolve(named);
    }

    /** The command that the first words name, the longest if several do. */
    Optional<String> command(Collection<String> commands) {
        for (int length = words.size(); length > 0; length--) {
            String name = String.join(" ", words.subList(0, length));
            if (commands.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The words after the command's name. */
    List<String> after(String command) {
        return words.subList(command.split(" ").length, words.size());
    }

    /** The command most like what was typed. */
    Optional<String> nearest(Collection<String> commands) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String command : commands) {
            int length = Math.min(command.split(" ").length, words.size());
            int distance = distance(String.join(" ", words.subList(0, length)), command);
            if (distance < least) {
                least = distance;
                best = command;
            }
        }
        return Optional.ofNullable(best);
    }

    // the number of letters to insert, remove or replace
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replace = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}

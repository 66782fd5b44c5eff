package health.medley.benchmarks.measure;

import java.nio.file.Path;
import java.util.List;

/**
 * Hold the options a run was given.
 *
 * @param words as given
 */
public record Options(List<String> words) {

    /** Copy the words. */
    public Options {
        words = List.copyOf(words);
    }

    /** Whether it is to be done within two minutes. */
    public boolean quick() {
        return words.contains("--quick");
    }

    /** One of two numbers. */
    public int pick(int full, int quick) {
        return quick() ? quick : full;
    }

    /** The path behind an option. */
    public Path path(String option) {
        return Path.of(text(option)).toAbsolutePath();
    }

    /**
     * The word behind an option.
     *
     * @throws IllegalArgumentException if the option is not there
     */
    public String text(String option) {
        int at = words.indexOf(option);
        if (at < 0 || at + 1 >= words.size()) {
            throw new IllegalArgumentException("Options " + words + ": expected " + option
                    + " with a value; start runs with the script benchmarks/run");
        }
        return words.get(at + 1);
    }
}

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

    /**
     * The path behind an option.
     *
     * @throws IllegalArgumentException if the option is not there
     */
    public Path path(String option) {
        int at = words.indexOf(option);
        if (at < 0 || at + 1 >= words.size()) {
            throw new IllegalArgumentException("Options " + words + ": expected " + option
                    + " with a path; start runs with the script benchmarks/run");
        }
        return Path.of(words.get(at + 1)).toAbsolutePath();
    }
}

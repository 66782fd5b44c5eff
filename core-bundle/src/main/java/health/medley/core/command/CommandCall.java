package health.medley.core.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Hold the words of one command.
 *
 * @param words the words after the command's name
 * @param directory the directory that relative paths are read against
 * @param home the folder Medley was unpacked in, where the sample practice lies
 * @param terminal whether a person watches: progress may be redrawn
 */
public record CommandCall(List<String> words, Path directory, Path home, boolean terminal) {
    /** Copy the words. */
    public CommandCall {
        words = List.copyOf(words);
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(home, "home");
    }
}

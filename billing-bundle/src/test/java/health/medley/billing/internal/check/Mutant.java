package health.medley.billing.internal.check;

import java.util.List;
import java.util.Set;

/**
 * One value of a rule file, changed.
 *
 * @param file the file
 * @param line its line
 * @param path where in the file, or the column of a table
 * @param value the value as written
 * @param change what it becomes, in words
 * @param about words of what it belongs to: cases that hold them are tried first
 * @param texts the file with the change; of several, the first that compiles is tried
 */
record Mutant(String file, int line, String path, String value, String change, Set<String> about, List<String> texts) {
    @Override
    public String toString() {
        return file + ":" + line + " " + path + " " + value + " -> " + change;
    }
}

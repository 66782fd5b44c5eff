package health.medley.store.internal.chain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The file beside the database to which the ends of chains are exported. Lines are only ever appended, so it still
 * knows what a database no longer holds: one that was put back to an older state, or whose end was cut off.
 *
 * @param path the file
 */
public record HeadsFile(Path path) {

    private static final String HEAD = "head";
    private static final String BEHIND = "behind";
    private static final String RECONCILED = "reconciled";
    private static final int HEAD_WORDS = 5;

    /** One line. */
    public sealed interface Line permits Seen, Behind, Reconciled {}

    /**
     * A chain ended here once.
     *
     * @param writer whose chain
     * @param sequence its length
     * @param hash the hash of its end, lower-case hex
     * @param at when that was committed, in milliseconds
     */
    public record Seen(int writer, long sequence, String hash, long at) implements Line {}

    /**
     * The store was opened and a chain did not hold what earlier lines say of it beyond this place.
     *
     * @param writer whose chain
     * @param sequence the last place where both agree
     */
    public record Behind(int writer, long sequence) implements Line {}

    /** What came before was reconciled with what is there. */
    public record Reconciled() implements Line {}

    /** Whether there is such a file. */
    public boolean exists() {
        return Files.exists(path);
    }

    /** All lines; one that was torn by a crash is left out. */
    public List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        if (exists()) {
            for (String text : Files.readAllLines(path, StandardCharsets.UTF_8)) {
                String[] words = text.split(" ");
                if (words[0].equals(HEAD) && words.length == HEAD_WORDS && words[3].length() == Sha256.LENGTH * 2) {
                    lines.add(new Seen(
                            Integer.parseInt(words[1]), Long.parseLong(words[2]), words[3], Long.parseLong(words[4])));
                } else if (words[0].equals(BEHIND) && words.length == 3) {
                    lines.add(new Behind(Integer.parseInt(words[1]), Long.parseLong(words[2])));
                } else if (text.equals(RECONCILED)) {
                    lines.add(new Reconciled());
                }
            }
        }
        return lines;
    }

    /** Append a line; the file is made if it is not there. */
    public void append(Line line) throws IOException {
        // the line end comes first too, so that a torn line spoils no other
        Files.writeString(
                path,
                "\n" + text(line) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }

    private static String text(Line line) {
        if (line instanceof Seen seen) {
            return HEAD + " " + seen.writer() + " " + seen.sequence() + " " + seen.hash() + " " + seen.at();
        }
        if (line instanceof Behind behind) {
            return BEHIND + " " + behind.writer() + " " + behind.sequence();
        }
        return RECONCILED;
    }
}

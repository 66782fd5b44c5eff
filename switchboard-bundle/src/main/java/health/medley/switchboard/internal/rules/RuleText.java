package health.medley.switchboard.internal.rules;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collect the files of one rule bundle while it is read, and refuse what a rule bundle must not hold: code, names that
 * lead elsewhere, a name twice, too many or too large files, anything but UTF-8 text.
 */
final class RuleText {
    /** Where rules lie in a bundle. */
    static final String FOLDER = "medley/rules/";

    static final int MOST_ENTRIES = 2_000;
    static final int LARGEST_FILE = 8 << 20;
    static final int LARGEST_SUM = 32 << 20;

    private final String source;
    private final Map<String, String> files = new TreeMap<>();
    private int entries;
    private long sum;

    /** Collect from {@code source}, as it is called in messages. */
    RuleText(String source) {
        this.source = source;
    }

    /**
     * Check the name of an entry, whatever it holds.
     *
     * @return its path below {@code medley/rules/}; null if it lies elsewhere
     */
    @Nullable
    String path(String name) {
        if (++entries > MOST_ENTRIES) {
            throw invalid("it has more than " + MOST_ENTRIES + " entries", "Split it, or remove what is no rule.");
        }
        boolean strange = name.isEmpty()
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || name.indexOf(':') >= 0
                || ("/" + name + "/").contains("/../")
                || ("/" + name + "/").contains("/./")
                || name.contains("//");
        if (strange) {
            throw invalid(
                    "the name of its entry \"" + printable(name) + "\" leads out of it",
                    "Pack it again with plain relative names.");
        }
        if (name.endsWith(".class") || name.endsWith(".jar")) {
            throw invalid(
                    "it holds code (\"" + printable(name) + "\")",
                    "A rule bundle is data only: remove the code from it.");
        }
        return name.startsWith(FOLDER) && !name.endsWith("/") ? name.substring(FOLDER.length()) : null;
    }

    /** How many bytes the next file may have. */
    int allowance() {
        return (int) Math.min(LARGEST_FILE, LARGEST_SUM - sum);
    }

    /** Add a file, read with at most one byte more than the allowance. */
    void add(String path, byte[] content) {
        if (content.length > allowance()) {
            throw invalid(
                    "\"" + printable(path) + "\" is larger than " + (LARGEST_FILE >> 20) + " MiB, or all files together"
                            + " than " + (LARGEST_SUM >> 20) + " MiB",
                    "Rules are tables of text: remove what is not.");
        }
        sum += content.length;
        if (files.putIfAbsent(path, text(path, content)) != null) {
            throw invalid("it holds \"" + printable(path) + "\" twice", "Pack it again with each file once.");
        }
    }

    private String text(String path, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            throw invalid("\"" + printable(path) + "\" is not UTF-8 text", "Save it as UTF-8.", e);
        }
        throw invalid("\"" + printable(path) + "\" is not text", "Remove it: a rule bundle holds text only.");
    }

    /** The files by their paths below {@code medley/rules/}. */
    Map<String, String> files() {
        return files;
    }

    /** Name what is wrong with the bundle and what to do. */
    MedleyException invalid(String problem, String remedy) {
        return invalid(problem, remedy, null);
    }

    /** The same, with what caused it. */
    MedleyException invalid(String problem, String remedy, @Nullable Throwable cause) {
        return new MedleyException(
                ErrorCode.RULES_INVALID, "Reading the rule bundle " + source + ": " + problem + ". " + remedy, cause);
    }

    private static String printable(String name) {
        String shown = name.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shown.length() > 120 ? shown.substring(0, 120) + "..." : shown;
    }
}

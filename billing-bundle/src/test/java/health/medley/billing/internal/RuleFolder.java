package health.medley.billing.internal;

import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Read the shipped rule sets from the checkout. */
public final class RuleFolder {
    public static final int[] YEARS = {2024, 2025, 2026};

    private RuleFolder() {}

    public static Map<String, String> files(int year) {
        Path folder = Path.of("..", "rules", "ccm-" + year, "src/main/resources/medley/rules");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    public static RuleSet ccm(int year) {
        return set(year, files(year));
    }

    public static RuleSet set(int year, Map<String, String> files) {
        return RuleSet.of(
                "ccm-" + year,
                "1.0.0",
                "ccm",
                ServiceMonth.parse(year + "-01"),
                ServiceMonth.parse(year + "-12"),
                files);
    }

    /** The 2025 rules with one file changed. */
    public static RuleSet changed(String file, UnaryOperator<String> change) {
        Map<String, String> files = files(2025);
        String before = files.get(file);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("The change of " + file + " changed nothing");
        }
        files.put(file, after);
        return set(2025, files);
    }
}

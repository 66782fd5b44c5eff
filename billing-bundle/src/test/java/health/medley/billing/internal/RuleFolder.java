package health.medley.billing.internal;

import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Read the shipped rule sets from the checkout: every folder of {@code ../rules} that has rules and a manifest. */
public final class RuleFolder {
    /** Years whose rules have been there longest; tests of one rule set use them. */
    public static final int[] YEARS = {2024, 2025, 2026};

    private static final Path RULES = Path.of("..", "rules");
    private static final String INSIDE = "src/main/resources/medley/rules";
    private static final Pattern CAPABILITY =
            Pattern.compile("name=\"([^\"]+)\";program=\"([^\"]+)\";months=\"\\[(\\d{4}-\\d{2}),(\\d{4}-\\d{2})]\"");

    private RuleFolder() {}

    /** Names of the folders that hold a finished rule set, in order. */
    public static List<String> names() {
        try (Stream<Path> folders = Files.list(RULES)) {
            return folders.filter(folder -> Files.exists(folder.resolve(INSIDE).resolve("cases.csv")))
                    .filter(folder -> Files.exists(folder.resolve("bnd.bnd")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rule set of a folder, named as its manifest says. */
    public static RuleSet read(String folder) {
        try {
            Matcher found =
                    CAPABILITY.matcher(Files.readString(RULES.resolve(folder).resolve("bnd.bnd")));
            if (!found.find()) {
                throw new IllegalStateException("rules/" + folder + "/bnd.bnd says no name, program and months");
            }
            return RuleSet.of(
                    found.group(1),
                    "1.0.0",
                    found.group(2),
                    ServiceMonth.parse(found.group(3)),
                    ServiceMonth.parse(found.group(4)),
                    files(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every rule set of the checkout. */
    public static List<RuleSet> all() {
        return names().stream().map(RuleFolder::read).toList();
    }

    public static Map<String, String> files(int year) {
        return files("ccm-" + year);
    }

    private static Map<String, String> files(String name) {
        Path folder = RULES.resolve(name).resolve(INSIDE);
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

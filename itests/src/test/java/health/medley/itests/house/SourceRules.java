package health.medley.itests.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may not stand in a source file. */
final class SourceRules {
    private static final int LONGEST = 300;
    private static final Pattern NAME = Pattern.compile(".*(Impl|Utils?|Manager|Helper)\\.java");
    private static final Pattern EXIT = Pattern.compile("System\\.exit\\(|Runtime\\.getRuntime\\(\\)\\.(exit|halt)\\(");
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(");
    private static final Pattern AUTHOR = Pattern.compile("[*] {1,3}@author");
    private static final Pattern STAR = Pattern.compile("(?m)^import .*\\*;");
    private static final Pattern EMPTY_CATCH = Pattern.compile("catch \\([^)]*\\) \\{\\s*}");

    /** The one place that may end the process. */
    private static final String MAIN = "launcher/src/main/java/health/medley/launcher/Main.java";

    private SourceRules() {}

    /** A sentence for each rule that the text of a file breaks; the file is named relative to the checkout, with slashes. */
    static List<String> violations(String file, String text) {
        List<String> problems = new ArrayList<>();
        long lines = text.lines().count();
        if (lines > LONGEST) {
            problems.add(file + " has " + lines + " lines");
        }
        if (NAME.matcher(file).matches()) {
            problems.add(file + " has a name that says nothing");
        }
        if (!file.equals(MAIN)) {
            add(problems, file, text, EXIT, "ends the process");
        }
        if (file.contains("/src/test/")) {
            add(problems, file, text, SLEEP, "sleeps");
        }
        add(problems, file, text, AUTHOR, "names an author");
        add(problems, file, text, STAR, "imports with a star");
        add(problems, file, text, EMPTY_CATCH, "swallows an exception");
        if (file.endsWith("/package-info.java") && file.contains("/src/main/") && !text.contains("@NullMarked")) {
            problems.add(file + " is not @NullMarked");
        }
        return problems;
    }

    /** Packages of main sources that have no package-info. */
    static List<String> undescribed(List<String> files) {
        List<String> problems = new ArrayList<>();
        for (String file : files) {
            String folder = file.substring(0, file.lastIndexOf('/'));
            if (file.contains("/src/main/java/")
                    && !files.contains(folder + "/package-info.java")
                    && !problems.contains(folder + " has no package-info")) {
                problems.add(folder + " has no package-info");
            }
        }
        return problems;
    }

    /** Every Java source of the checkout, relative to its root, with slashes. */
    static List<String> sources(Path root) {
        List<String> files = new ArrayList<>();
        try (Stream<Path> modules = Files.walk(root, 2)) {
            for (Path module : modules.filter(path -> Files.exists(path.resolve("pom.xml")))
                    .sorted()
                    .toList()) {
                if (Files.isDirectory(module.resolve("src"))) {
                    addSources(root, module.resolve("src"), files);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Listing the sources of " + root, e);
        }
        return files;
    }

    private static void addSources(Path root, Path folder, List<String> files) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.filter(path -> path.toString().endsWith(".java"))
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .forEach(files::add);
        }
    }

    private static void add(List<String> problems, String file, String text, Pattern pattern, String what) {
        if (pattern.matcher(text).find()) {
            problems.add(file + " " + what);
        }
    }
}

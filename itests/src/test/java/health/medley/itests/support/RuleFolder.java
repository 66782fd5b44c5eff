package health.medley.itests.support;

import health.medley.itests.Places;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The content of a shipped rule bundle, copied into a folder to be changed.
 *
 * @param path the folder that holds {@code program.yaml}
 */
public record RuleFolder(Path path) {
    private static final String ROOT = "medley/rules/";

    /** Unpack the rules of a shipped bundle below {@code folder}. */
    public static RuleFolder copyOf(String name, Path folder) throws IOException {
        Path rules = Files.createTempDirectory(folder, name);
        try (ZipFile zip = new ZipFile(Places.bundle(name).toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().startsWith(ROOT) && !entry.isDirectory()) {
                    Path file = rules.resolve(entry.getName().substring(ROOT.length()));
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
        return new RuleFolder(rules);
    }

    /** Append a line; give its number. */
    public int append(String file, String line) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(path.resolve(file)));
        lines.add(line);
        Files.write(path.resolve(file), lines);
        return lines.size();
    }

    /** Replace the first match, which must be there; give its line. */
    public int replaceFirst(String file, String pattern, String by) throws IOException {
        String text = Files.readString(path.resolve(file));
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Changing " + file + ": no " + pattern + " in\n" + text);
        }
        Files.writeString(path.resolve(file), text.substring(0, matcher.start()) + by + text.substring(matcher.end()));
        return (int) text.substring(0, matcher.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    /** Replace every occurrence, of which there must be one. */
    public void replaceAll(String file, String text, String by) throws IOException {
        String whole = Files.readString(path.resolve(file));
        if (!whole.contains(text)) {
            throw new IllegalStateException("Changing " + file + ": no " + text);
        }
        Files.writeString(path.resolve(file), whole.replace(text, by));
    }

    /** Let the cases expect codes and reasons only, whatever the fees. */
    public void expectNoAmounts() throws IOException {
        Path cases = path.resolve("cases.csv");
        Files.writeString(cases, Files.readString(cases).replaceAll(",\\d+\\.\\d\\d(?=,(no|yes),)", ","));
    }
}

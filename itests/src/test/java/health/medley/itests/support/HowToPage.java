package health.medley.itests.support;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of documentation whose blocks can be carried out: files to write, changes to make, commands with their output.
 *
 * @param text the page
 * @param steps what to do, in order
 */
public record HowToPage(String text, List<Step> steps) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: (\\S+))?\\n(.*?)^```$");

    /** One thing to do. */
    public sealed interface Step {}

    /** Write a file. */
    public record Write(String file, String content) implements Step {}

    /** Change a file: lines that go, lines that come in their place; nothing goes where lines are added at the end. */
    public record Edit(String file, List<Replacement> replacements) implements Step {}

    /** Lines of a file and what stands in their place. */
    public record Replacement(String from, String to) {}

    /** Run commands and compare what they print. */
    public record Console(int start, int end, List<Shown> commands) implements Step {}

    /** A command and what the page says it prints. */
    public record Shown(String command, List<String> output) {
        /** As the page shows it when it prints {@code lines}. */
        public String typed(List<String> lines) {
            StringBuilder text = new StringBuilder("$ " + command.replace("\n", "\n> ") + "\n");
            lines.forEach(line -> text.append(line).append('\n'));
            return text.toString();
        }
    }

    /** Read a page. */
    public static HowToPage read(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            String file = block.group(2);
            if (block.group(1).equals("console")) {
                steps.add(new Console(block.start(3), block.end(3), shown(block.group(3))));
            } else if (block.group(1).equals("diff") && file != null) {
                steps.add(new Edit(file, replacements(block.group(3))));
            } else if (file != null) {
                steps.add(new Write(file, block.group(3)));
            }
        }
        return new HowToPage(text, steps);
    }

    private static List<Shown> shown(String block) {
        List<Shown> commands = new ArrayList<>();
        for (String line : block.lines().toList()) {
            int last = commands.size() - 1;
            if (line.startsWith("$ ")) {
                commands.add(new Shown(line.substring(2), new ArrayList<>()));
            } else if (line.startsWith("> ") && commands.get(last).output().isEmpty()) {
                // a command goes on where the shell asks for more of it
                String more = commands.get(last).command() + "\n" + line.substring(2);
                commands.set(last, new Shown(more, new ArrayList<>()));
            } else {
                commands.get(last).output().add(line);
            }
        }
        return commands;
    }

    private static List<Replacement> replacements(String block) {
        List<Replacement> replacements = new ArrayList<>();
        StringBuilder from = new StringBuilder();
        StringBuilder to = new StringBuilder();
        for (String line : block.lines().toList()) {
            if (line.startsWith("-") && to.length() > 0) {
                replacements.add(new Replacement(from.toString(), to.toString()));
                from.setLength(0);
                to.setLength(0);
            }
            (line.startsWith("-") ? from : to).append(line.substring(1)).append('\n');
        }
        replacements.add(new Replacement(from.toString(), to.toString()));
        return replacements;
    }

    /** Whether output is as shown; a line {@code ...} stands for any lines. */
    public static boolean fits(List<String> shown, List<String> printed) {
        if (shown.isEmpty()) {
            return printed.isEmpty();
        }
        if (shown.get(0).equals("...")) {
            for (int skipped = 0; skipped <= printed.size(); skipped++) {
                if (fits(shown.subList(1, shown.size()), printed.subList(skipped, printed.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !printed.isEmpty()
                && masked(shown.get(0)).equals(masked(printed.get(0)))
                && fits(shown.subList(1, shown.size()), printed.subList(1, printed.size()));
    }

    /** Hashes change with every comment of the files they are of; ids, references and moments with every run. */
    private static String masked(String line) {
        return line.replaceAll("\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "#")
                .replaceAll("\\b[0-9a-f]{12}(?:[0-9a-f]{52})?\\b", "#")
                .replaceAll("\\bp[a-z0-9]{26}\\b", "#")
                .replaceAll("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z", "#")
                .stripTrailing();
    }
}

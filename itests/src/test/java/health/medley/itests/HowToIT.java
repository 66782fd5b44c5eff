package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.itests.support.HowToPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Carries out the how-to pages, word by word, in an empty folder. With {@code -Dmedley.howto.update=true} it writes
 * what the commands print into the pages instead of comparing; read the change before you keep it.
 */
@Timeout(300)
class HowToIT {
    private static final boolean UPDATE = Boolean.getBoolean("medley.howto.update");
    private static final String SHOWN_FOLDER = "/home/ada/rules";

    @TempDir
    private Path folder;

    private int lastExit;

    @ParameterizedTest
    @ValueSource(strings = {"change-a-rule.md", "add-a-code-family.md"})
    void everyCommandOfThePagePrintsWhatThePageShows(String name) throws Exception {
        Path file = Places.root().resolve("docs/how-to").resolve(name);
        HowToPage page = HowToPage.read(Files.readString(file));
        StringBuilder updated = new StringBuilder(page.text());
        int commands = 0;
        int shift = 0;
        for (HowToPage.Step step : page.steps()) {
            if (step instanceof HowToPage.Write write) {
                Path path = folder.resolve(write.file());
                Files.createDirectories(path.getParent());
                Files.writeString(path, write.content());
            } else if (step instanceof HowToPage.Edit edit) {
                edit(edit);
            } else if (step instanceof HowToPage.Console console) {
                commands += console.commands().size();
                String now = run(console);
                updated.replace(console.start() + shift, console.end() + shift, now);
                shift += now.length() - (console.end() - console.start());
            }
        }
        assertTrue(commands > 5, "the page has commands");
        if (UPDATE) {
            Files.writeString(file, updated.toString());
        }
    }

    private void edit(HowToPage.Edit edit) throws IOException {
        Path file = folder.resolve(edit.file());
        String text = Files.readString(file);
        for (HowToPage.Replacement one : edit.replacements()) {
            if (one.from().isEmpty()) {
                text = text + one.to();
                continue;
            }
            // a line may be shown by its beginning
            String from = text.contains(one.from()) ? one.from() : one.from().stripTrailing();
            assertEquals(2, (text + " ").split(Pattern.quote(from), -1).length, edit.toString());
            text = text.replace(
                    from, from.equals(one.from()) ? one.to() : one.to().stripTrailing());
        }
        Files.writeString(file, text);
    }

    /** Run the commands of a block; the block as it should be. */
    private String run(HowToPage.Console console) throws Exception {
        StringBuilder block = new StringBuilder();
        for (HowToPage.Shown shown : console.commands()) {
            List<String> printed =
                    shown.command().equals("echo $?") ? List.of(Integer.toString(lastExit)) : medley(shown.command());
            boolean fits = HowToPage.fits(shown.output(), printed);
            if (!UPDATE) {
                assertTrue(
                        fits,
                        () -> shown.command() + " prints\n" + String.join("\n", printed) + "\nand the page shows\n"
                                + String.join("\n", shown.output()));
            }
            block.append(shown.typed(fits ? shown.output() : printed));
        }
        return block.toString();
    }

    private List<String> medley(String command) throws Exception {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        assertEquals("medley", words.get(0), command);
        words.set(0, Places.home().resolve("bin/medley").toString());
        Path out = folder.resolve(".out");
        Path err = folder.resolve(".err");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home")));
        Process process = builder.start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), command);
        lastExit = process.exitValue();
        String said = Files.readString(out).isBlank() ? Files.readString(err) : Files.readString(out);
        return said.replace(folder.toString(), SHOWN_FOLDER)
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    @Test
    void aPageThatShowsSomethingElseIsFound() {
        assertTrue(HowToPage.fits(List.of("a", "...", "z"), List.of("a", "b", "c", "z")));
        assertTrue(HowToPage.fits(List.of("content 0123456789ab"), List.of("content ffffffffffff")));
        assertFalse(HowToPage.fits(List.of("a", "...", "z"), List.of("a", "b", "c")));
        assertFalse(HowToPage.fits(List.of("1 passed"), List.of("2 passed")));
        assertFalse(HowToPage.fits(List.of("a"), List.of("a", "b")));
        assertFalse(HowToPage.fits(List.of(), List.of("a")));
    }

    @Test
    void noPageIsLeftOut() throws IOException {
        try (Stream<Path> pages = Files.list(Places.root().resolve("docs/how-to"))) {
            assertEquals(
                    List.of("add-a-code-family.md", "change-a-rule.md"),
                    pages.map(page -> page.getFileName().toString())
                            .filter(page -> page.contains("rule") || page.contains("code"))
                            .sorted()
                            .toList());
        }
    }
}

package health.medley.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.launcher.Bundles;
import health.medley.launcher.TinyBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir
    static Path home;

    private ByteArrayOutputStream answers;
    private ByteArrayOutputStream notes;

    @BeforeAll
    static void makeAHome() throws IOException {
        Path bundles = Bundles.copiedTo(home.resolve("bundles"));
        TinyBundle.greeting("test.greeting", "1.0.0", "greet").in(bundles);
        TinyBundle.greeting("test.greeting.loudly", "1.0.0", "greet loudly").in(bundles);
        Bundles.indexed(bundles);
        Path conf = Files.createDirectory(home.resolve("conf"));
        Files.writeString(conf.resolve("medley.properties"), "medley.ports.required=\ntest.greeting/word=Grüß Gott,\n");
    }

    @BeforeEach
    void clear() {
        answers = new ByteArrayOutputStream();
        notes = new ByteArrayOutputStream();
    }

    private int run(String... words) {
        Console console = new Console(
                new PrintStream(answers, false, StandardCharsets.UTF_8),
                new PrintStream(notes, false, StandardCharsets.UTF_8),
                false);
        int status = new CommandLine(new Surroundings(home, home, false), console).run(List.of(words));
        console.close();
        return status;
    }

    private String answer() {
        return answers.toString(StandardCharsets.UTF_8);
    }

    private String note() {
        return notes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theLongestMatchingCommandRuns() {
        assertEquals(0, run("greet", "you"));
        assertEquals("Grüß Gott, you\n", answer());
        clear();
        assertEquals(1, run("greet", "loudly"));
        assertEquals("Grüß Gott, \n", answer());
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        assertEquals(2, run("gret", "you"));
        assertEquals("", answer());
        assertTrue(note().contains("there is no command \"gret\"; did you mean \"medley greet\"?"), note());
    }

    @Test
    void helpListsTheCommands() {
        assertEquals(0, run("help"));
        assertTrue(answer().contains("medley greet loudly WORD..."), answer());
        clear();
        assertEquals(2, run());
        assertTrue(answer().contains("medley greet WORD..."), answer());
        clear();
        assertEquals(0, run("greet", "--help"));
        assertTrue(answer().contains("greets") && !answer().contains("loudly"), answer());
        clear();
        assertEquals(2, run("help", "nonsense"));
    }

    @Test
    void theVersionNeedsNoPlatform() {
        assertEquals(0, run("--version"));
        assertTrue(answer().startsWith("medley "), answer());
    }

    @Test
    void aFailureIsOneSentenceAndItsStackComesWithDebug() {
        assertEquals(4, run("greet", "fail"));
        assertTrue(note().contains("test.greeting"), note());
        assertFalse(note().contains("\tat "), note());
        clear();
        assertEquals(4, run("--debug", "greet", "fail"));
        assertTrue(note().contains("\tat "), note());
    }

    @Test
    void rulesThatAreNotThereAreWrongInput() throws IOException {
        assertEquals(3, run("greet", "you", "--rules", "none.jar"));
        assertTrue(note().contains("none.jar"), note());
        clear();
        assertEquals(2, run("greet", "you", "--rules"));
        clear();
        Path noRules = TinyBundle.named("test.norules", "1.0.0").in(home);
        assertEquals(3, run("greet", "you", "--rules", noRules.toString()));
        assertTrue(note().contains("is not a rule bundle"), note());
    }

    @Test
    void theDoctorSpeaksEvenIfThePlatformDoesNotStart() throws IOException {
        Path ill = Files.createDirectory(home.resolve("ill"));
        Path bundles = Bundles.copiedTo(ill.resolve("bundles"));
        TinyBundle.named("test.hungry", "1.0.0")
                .header("Import-Package", "org.nowhere")
                .in(bundles);
        Console console = new Console(
                new PrintStream(answers, false, StandardCharsets.UTF_8),
                new PrintStream(notes, false, StandardCharsets.UTF_8),
                false);
        int status = new CommandLine(new Surroundings(ill, ill, false), console).run(List.of("doctor"));
        console.close();
        assertEquals(4, status);
        assertTrue(answer().contains("Java "), answer());
        assertTrue(note().contains("org.nowhere"), note());
    }
}

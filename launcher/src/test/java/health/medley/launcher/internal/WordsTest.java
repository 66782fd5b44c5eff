package health.medley.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final List<String> COMMANDS =
            List.of("demo", "doctor", "evaluate", "rules check", "rules pack", "run");

    private static Words read(String... typed) {
        return Words.read(List.of(typed), Path.of("/here"));
    }

    @Test
    void rulesAndDebugAreTakenOutWhereverTheyStand() {
        Words words = read("run", "--rules", "a.jar", "--month", "2025-03", "--rules=/b.jar", "--debug");
        assertEquals(List.of("run", "--month", "2025-03"), words.words());
        assertEquals(List.of(Path.of("/here/a.jar"), Path.of("/b.jar")), words.rules());
        assertTrue(words.debug());
    }

    @Test
    void rulesWithoutAPathAreWrong() {
        assertThrows(Words.Wrong.class, () -> read("run", "--rules"));
        assertThrows(Words.Wrong.class, () -> read("run", "--rules="));
        assertThrows(Words.Wrong.class, () -> read("run", "--rules", "--month"));
    }

    @Test
    void theLongestCommandMatches() {
        assertEquals(Optional.of("rules check"), read("rules", "check", "x.jar").command(COMMANDS));
        assertEquals(List.of("x.jar"), read("rules", "check", "x.jar").after("rules check"));
        assertEquals(Optional.empty(), read("rules", "chek").command(COMMANDS));
    }

    @Test
    void theNearestCommandIsTheOneWithTheFewestDifferences() {
        assertEquals(Optional.of("run"), read("rnu").nearest(COMMANDS));
        assertEquals(Optional.of("evaluate"), read("evalute", "--cases").nearest(COMMANDS));
        assertEquals(Optional.of("rules check"), read("rules", "chek").nearest(COMMANDS));
    }
}

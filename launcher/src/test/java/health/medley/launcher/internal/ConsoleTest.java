package health.medley.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    private Console console(boolean terminal) {
        return new Console(
                new PrintStream(answers, false, StandardCharsets.UTF_8),
                new PrintStream(notes, false, StandardCharsets.UTF_8),
                terminal);
    }

    @Test
    void answersAndNotesGoToTheirOwnStreamsInUtf8() {
        try (Console console = console(false)) {
            console.line("naïve");
            console.note("trouvé");
        }
        assertEquals("naïve\n", answers.toString(StandardCharsets.UTF_8));
        assertEquals("trouvé\n", notes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void withoutATerminalAStageIsOneLine() {
        try (Console console = console(false)) {
            console.progress("Reading the chart", 1, 0);
            console.progress("Reading the chart", 2000, 0);
            console.progress("Deciding", 1, 3);
            console.progress("Deciding", 3, 3);
        }
        assertEquals("Reading the chart: 2,000\nDeciding: 3 of 3\n", notes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void onATerminalProgressIsDrawnInPlaceAndClearedBeforeText() {
        try (Console console = console(true)) {
            console.progress("Deciding", 3, 3);
            console.note("done");
        }
        assertEquals("\r\u001b[KDeciding: 3 of 3\r\u001b[Kdone\n", notes.toString(StandardCharsets.UTF_8));
        assertTrue(answers.toString(StandardCharsets.UTF_8).isEmpty());
    }

    @Test
    void aProcessThatEndsSaysNoMore() {
        Console console = console(false);
        console.line("before");
        console.mute();
        console.line("after");
        console.note("after");
        console.progress("after", 1, 1);
        console.close();
        assertEquals("before\n", answers.toString(StandardCharsets.UTF_8));
        assertEquals("", notes.toString(StandardCharsets.UTF_8));
    }
}

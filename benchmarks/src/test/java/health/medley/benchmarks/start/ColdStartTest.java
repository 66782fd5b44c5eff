package health.medley.benchmarks.start;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ColdStartTest {

    @TempDir
    Path folder;

    @Test
    void takesTheFiguresOfAProgramAtItsMarkAndEndsIt() throws IOException, InterruptedException {
        Started started = script("echo warming; echo it is up; exec cat").once();

        assertTrue(started.wallSeconds() > 0, started.toString());
        assertTrue(started.rssMegabytes() > 0, started.toString());
    }

    @Test
    void showsWhatAProgramSaidThatEndedBeforeItsMark() {
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> script("echo no port is free")
                .once());

        assertTrue(refused.getMessage().contains("no port is free"), refused.getMessage());
    }

    private ColdStart script(String script) {
        return new ColdStart("the script", List.of("sh", "-c", script), folder, "it is up");
    }
}

package health.medley.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class RunScriptTest {

    @Test
    void listsTheRunsForAnUnknownNameAndExitsWith2() throws IOException, InterruptedException {
        Ended ended = run("speed");

        assertEquals(2, ended.exit());
        for (String name : List.of("engine", "port", "start", "chart", "store", "close", "kill")) {
            assertTrue(ended.output().contains("\n  " + name + " "), ended.output());
        }
    }

    @Test
    void refusesAnOptionItDoesNotKnowBeforeItBuildsAnything() throws IOException, InterruptedException {
        assertEquals(2, run("engine", "--fast").exit());
        assertEquals(2, run("engine", "--path", "chart").exit());
        assertEquals(2, run("store", "--kills", "5").exit());
        assertEquals(2, run("kill", "--store").exit());
        assertEquals(2, run().exit());
    }

    private static Ended run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", new File("run").getAbsolutePath()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private record Ended(int exit, String output) {}
}

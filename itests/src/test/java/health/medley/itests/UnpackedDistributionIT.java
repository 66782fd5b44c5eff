package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.itests.oracle.Answer;
import health.medley.itests.oracle.Csv;
import health.medley.itests.support.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The archive, unpacked into a path with spaces and run as a process from another directory. */
class UnpackedDistributionIT {
    @TempDir
    private static Path folder;

    private static Path medley;

    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void unpack() throws Exception {
        Path archive;
        try (Stream<Path> files = Files.list(Places.root().resolve("distribution/target"))) {
            archive = files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
        Path target = Files.createDirectories(folder.resolve("a path with spaces/and ünïcode"));
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", target.toString())
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor());
        try (Stream<Path> unpacked = Files.list(target)) {
            medley = unpacked.findFirst().orElseThrow().resolve("bin/medley");
        }
        assertTrue(Files.isExecutable(medley), medley.toString());
    }

    /** The Java of this build, and a Java 25 where one is installed. */
    static List<Path> javas() throws IOException {
        List<Path> javas = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        String named = System.getenv("JAVA_HOME_25");
        Path installed = Path.of("/usr/lib/jvm");
        if (named != null) {
            javas.add(Path.of(named));
        } else if (Files.isDirectory(installed)) {
            try (Stream<Path> homes = Files.list(installed)) {
                homes.filter(home -> home.getFileName().toString().contains("25"))
                        .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                        .findFirst()
                        .ifPresent(javas::add);
            }
        }
        if (javas.size() == 1) {
            System.out.println("No Java 25 in JAVA_HOME_25 or /usr/lib/jvm: the distribution is tried on Java "
                    + Runtime.version().feature() + " only");
        }
        return javas;
    }

    @ParameterizedTest
    @MethodSource("javas")
    void theDemoShowsTheMonth(Path java) throws Exception {
        Ended demo = run(java, "demo", "--once");
        assertEquals(0, demo.code(), demo::toString);
        assertTrue(demo.out().contains("99490"), demo::toString);
        assertTrue(!demo.err().contains("Exception") && !demo.err().contains("WARN"), demo.err());
        for (Map<String, String> row : Csv.read(Places.sampleExpected())) {
            assertTrue(!demo.out().contains(row.get("patient")), "a patient's id is printed");
        }
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aRunGivesTheMonthOfTheSamplePractice(Path java) throws Exception {
        Ended run = run(
                java, "run", "--practice", Places.samplePractice().toString(), "--month", "2025-03", "--out", "my out");
        assertEquals(0, run.code(), run::toString);
        Map<String, Answer> ours = Results.determinations(folder.resolve("elsewhere/my out"));
        for (Map<String, String> row : Csv.read(Places.sampleExpected())) {
            Answer answer = ours.get(row.get("patient") + " ccm");
            assertEquals(
                    row.get("status") + row.get("codes") + row.get("reason") + row.get("amount"),
                    answer.status() + answer.codes() + answer.reason() + answer.amount());
        }
    }

    @Test
    void wrongWordsEndWith2() throws Exception {
        for (List<String> words : List.of(
                List.of("dance"),
                List.of("run", "--month", "2025-03"),
                List.of("run", "--pratice", "x", "--month", "2025-03"))) {
            Ended ended = run(Path.of(System.getProperty("java.home")), words.toArray(String[]::new));
            assertEquals(2, ended.code(), ended::toString);
            assertTrue(!ended.err().isBlank(), ended::toString);
        }
    }

    @Test
    void wrongInputEndsWith3() throws Exception {
        Ended ended =
                run(Path.of(System.getProperty("java.home")), "run", "--practice", "nowhere", "--month", "2025-03");
        assertEquals(3, ended.code(), ended::toString);
        assertTrue(ended.err().contains("nowhere"), ended::toString);
    }

    @Test
    void aNoEndsWith1() throws Exception {
        Files.createDirectories(folder.resolve("no rules"));
        Ended ended = run(
                Path.of(System.getProperty("java.home")),
                "rules",
                "check",
                folder.resolve("no rules").toString());
        assertEquals(1, ended.code(), ended::toString);
    }

    @Test
    void theDoctorFindsNothingToMend() throws Exception {
        Ended ended = run(Path.of(System.getProperty("java.home")), "doctor");
        assertEquals(0, ended.code(), ended::toString);
    }

    private static Ended run(Path java, String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(medley.toString()));
        line.addAll(List.of(words));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().remove("MEDLEY_JAVA_OPTS");
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }
}

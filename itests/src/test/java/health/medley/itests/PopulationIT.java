package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.command.ExitStatus;
import health.medley.itests.oracle.Answer;
import health.medley.itests.oracle.Csv;
import health.medley.itests.oracle.Oracle;
import health.medley.itests.oracle.Population;
import health.medley.itests.support.Results;
import health.medley.itests.support.Said;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The month of whole practices, through the container, beside a second calculator that shares no line with it. */
class PopulationIT {
    private static Medley medley;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        medley = Medley.start(new MedleyConfig());
    }

    @AfterAll
    static void stop() {
        medley.close();
    }

    @Test
    void theSamplePracticeHasTheMonthAnIndependentReadingExpects() {
        Said said = run(Places.samplePractice(), "2025-03", "out");
        assertEquals(ExitStatus.DONE, said.status(), said::toString);
        Map<String, Answer> ours = Results.determinations(folder.resolve("out"));
        List<String> differences = new ArrayList<>();
        for (Map<String, String> row : Csv.read(Places.sampleExpected())) {
            Answer answer = ours.remove(row.get("patient") + " ccm");
            for (String column :
                    List.of("status", "codes", "reason", "amount", "staff_seconds", "practitioner_seconds")) {
                if (!Results.column(answer, column).equals(row.get(column))) {
                    differences.add(row + " but " + answer);
                }
            }
        }
        assertEquals(List.of(), differences);
        assertEquals(Map.of(), ours, "enrollments nobody expects");
    }

    @ParameterizedTest(name = "{0} in {1}, place of service {2}")
    @CsvSource({
        "2020-12, America/New_York, 11, 5",
        "2021-01, America/Los_Angeles, 11, 6",
        "2024-03, Europe/Berlin, 11, 3",
        "2025-09, Asia/Kolkata, 11, 7",
        "2025-10, Australia/Lord_Howe, 11, 8",
        "2025-11, America/New_York, 22, 4",
        "2026-01, Pacific/Honolulu, 11, 2",
    })
    void anInventedPopulationHasTheMonthTheOracleExpects(String month, String zone, String place, long seed)
            throws IOException {
        compare(Population.of(seed, 1100, YearMonth.parse(month), ZoneId.of(zone), place), month, month);
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({"2023-06, RHC", "2024-06, FQHC", "2025-09, RHC", "2025-10, RHC"})
    void aClinicHasTheMonthTheOracleExpects(String month, String setting) throws IOException {
        compare(Population.ofClinic(11, 210, YearMonth.parse(month), setting), month, setting + "-" + month);
    }

    private void compare(Population population, String month, String name) throws IOException {
        Path practice = population.write(folder.resolve("practice"));
        Oracle oracle = Oracle.of(practice, YearMonth.parse(month));
        Said said = run(practice, month, "out");
        assertEquals(ExitStatus.DONE, said.status(), said::toString);
        Map<String, Answer> ours = Results.determinations(folder.resolve("out"));
        List<String> differences = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        oracle.answers().forEach((key, expected) -> {
            Answer answer = ours.get(key);
            String persona = population.persona(key.substring(0, key.indexOf(' ')));
            if (!Results.same(expected, answer)) {
                String difference =
                        persona + "\n  oracle " + expected + "\n  ours   " + answer + "\n" + oracle.facts(key);
                (persona.startsWith("?") ? doubtful : differences).add(difference);
            }
        });
        Path shown = Places.root().resolve("itests/target/differences-" + name + ".txt");
        List<String> all = new ArrayList<>(differences);
        all.addAll(doubtful);
        Files.write(shown, all);
        System.out.println(name + ": " + oracle.answers().size() + " enrollments, " + differences.size()
                + " differences, " + doubtful.size() + " where the text leaves the answer open");
        assertTrue(differences.isEmpty(), () -> differences.size() + " differences\n" + String.join("\n", differences));
        assertEquals(oracle.answers().size(), ours.size());
    }

    @Test
    void theSameInputGivesTheSameBytesInAnyLocaleAndZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Population population = Population.of(9, 300, YearMonth.of(2024, 10), ZoneId.of("America/Los_Angeles"), "11");
        Path practice = population.write(folder.resolve("practice"));
        run(practice, "2024-10", "first");
        run(practice, "2024-10", "second");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            run(practice, "2024-10", "elsewhere");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertSameFiles(folder.resolve("first"), folder.resolve("second"));
        assertSameFiles(folder.resolve("first"), folder.resolve("elsewhere"));
    }

    @Test
    void anEmptyPracticeHasAnEmptyMonth() throws IOException {
        Path practice = Population.of(1, 1, YearMonth.of(2025, 3), ZoneId.of("UTC"), "11")
                .write(folder.resolve("practice"));
        for (String name : List.of("enrollments.csv", "activity.csv", "month.csv")) {
            String header = Files.readAllLines(practice.resolve(name)).get(0);
            Files.writeString(practice.resolve(name), header + "\n");
        }
        try (Stream<Path> files = Files.list(practice.resolve("chart"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Said said = run(practice, "2025-03", "out");
        assertEquals(ExitStatus.DONE, said.status(), said::toString);
        for (String name : List.of("determinations.csv", "worklist.csv", "rejects.csv")) {
            assertEquals(
                    1, Files.readAllLines(folder.resolve("out").resolve(name)).size(), name);
        }
        assertTrue(Files.exists(folder.resolve("out/summary.json")));
    }

    @Test
    void whoIsNotEnrolledStandsInTheWorklistOnly() throws IOException {
        Population population = Population.of(5, 300, YearMonth.of(2025, 3), ZoneId.of("America/Chicago"), "11");
        Path practice = population.write(folder.resolve("practice"));
        run(practice, "2025-03", "out");
        List<String> rows = Files.readAllLines(folder.resolve("out/worklist.csv"));
        assertEquals("patient,program,eligible,diseases,conditions,missing", rows.get(0));
        List<String> determined = Files.readAllLines(folder.resolve("out/determinations.csv"));
        for (String id : population.notEnrolled()) {
            assertTrue(rows.stream().anyMatch(row -> row.startsWith(id + ",")), "not in the worklist");
            assertTrue(determined.stream().noneMatch(row -> row.startsWith(id + ",")), "determined without enrollment");
        }
        assertTrue(!population.notEnrolled().isEmpty());
    }

    private Said run(Path practice, String month, String out) {
        return Said.by(medley, "run", folder, "--practice", practice.toString(), "--month", month, "--out", out);
    }

    private static void assertSameFiles(Path one, Path other) throws IOException {
        List<String> names =
                List.of("determinations.csv", "determinations.ndjson", "worklist.csv", "rejects.csv", "summary.json");
        for (String name : names) {
            assertArrayEquals(Files.readAllBytes(one.resolve(name)), Files.readAllBytes(other.resolve(name)), name);
        }
        try (Stream<Path> files = Files.list(one)) {
            List<String> found = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("timing.json"))
                    .sorted()
                    .toList();
            assertEquals(names.stream().sorted().toList(), found);
        }
    }
}

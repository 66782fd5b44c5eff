package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.command.ExitStatus;
import health.medley.itests.oracle.Csv;
import health.medley.itests.support.Said;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published cases, and cases thought up beside them from the same texts, evaluated by the rules of their months. */
class EvaluateIT {
    private static final Path CASES = Places.root().resolve("itests/src/test/resources");
    private static final Path SCENARIOS = CASES.resolve("scenarios.csv");

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

    @ParameterizedTest
    @CsvSource({"scenarios.csv, 140", "cases/held-out.csv, 283"})
    void everyCaseThatIsNotDoubtfulIsRight(String file, int expected) {
        evaluate(CASES.resolve(file));
        List<String> differences = new ArrayList<>();
        int judged = 0;
        for (Map<String, String> row : Csv.read(folder.resolve("out.csv"))) {
            if (row.get("doubtful").equals("no")) {
                judged++;
                String wanted = row.get("expected_status") + " " + codes(row.get("expected_codes")) + " "
                        + row.get("expected_reason");
                String got = row.get("status") + " " + codes(row.get("codes")) + " " + row.get("reason");
                if (!got.equals(wanted)) {
                    differences.add(row.get("id") + ": expected " + wanted + ", got " + got);
                }
            }
        }
        assertEquals(List.of(), differences);
        assertEquals(expected, judged);
    }

    /** Codes in any order; {@code @P1} means the same as no practitioner. */
    private static Set<String> codes(String text) {
        return Arrays.stream(text.split(";"))
                .map(code -> code.replaceAll("@P1$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theLastLineCountsAndADifferenceIsANo() throws IOException {
        List<String> lines = Files.readAllLines(SCENARIOS);
        Path cases = folder.resolve("cases.csv");
        Files.write(cases, List.of(lines.get(0), row(lines, "CCM-016"), row(lines, "CCM-202")));
        Said right = evaluate(cases);
        assertEquals(ExitStatus.DONE, right.status(), right::toString);
        assertEquals("1 match, 0 differ, 1 doubtful", last(right));
        Files.write(cases, List.of(lines.get(0), row(lines, "CCM-016").replace("99490x1", "99490x2")));
        Said wrong = evaluate(cases);
        assertEquals(ExitStatus.NO, wrong.status(), wrong::toString);
        assertEquals("0 match, 1 differ, 0 doubtful", last(wrong));
    }

    @Test
    void aMonthWithoutRulesIsUnknown() throws IOException {
        List<String> lines = Files.readAllLines(SCENARIOS);
        Path cases = folder.resolve("cases.csv");
        Files.write(cases, List.of(lines.get(0), row(lines, "CCM-016").replace("2024", "2019")));
        evaluate(cases);
        Map<String, String> row = Csv.read(folder.resolve("out.csv")).get(0);
        assertEquals("UNKNOWN NO_RULES", row.get("status") + " " + row.get("reason"));
    }

    @Test
    void anUnknownColumnOrFactIsNamedWithItsRow() throws IOException {
        List<String> lines = Files.readAllLines(SCENARIOS);
        Path cases = folder.resolve("cases.csv");
        Files.write(cases, List.of(lines.get(0), row(lines, "CCM-088").replace("january_minutes=10", "shoe_size=44")));
        Said said = evaluate(cases);
        assertEquals(ExitStatus.INPUT_WRONG, said.status(), said::toString);
        assertTrue(
                said.notes().stream().anyMatch(n -> n.contains("cases.csv:2:extra_facts") && n.contains("shoe_size")),
                said::toString);
    }

    private Said evaluate(Path cases) {
        return Said.by(medley, "evaluate", folder, "--cases", cases.toString(), "--out", "out.csv");
    }

    private static String row(List<String> lines, String id) {
        return lines.stream()
                .filter(line -> line.startsWith(id + ","))
                .findFirst()
                .orElseThrow();
    }

    private static String last(Said said) {
        return said.lines().get(said.lines().size() - 1);
    }
}

package health.medley.cli.internal.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.cli.internal.report.Json;
import health.medley.core.ServiceMonth;
import health.medley.core.practice.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeFolderTest {

    @TempDir
    private Path folder;

    private final Rejects rejects = new Rejects();

    @BeforeEach
    void writeAnEmptyPractice() {
        TestFiles.empty(folder);
    }

    private Optional<PracticeFolder> read() throws IOException {
        return PracticeFolder.read(
                folder, ServiceMonth.parse("2025-03"), Json.FACTORY, KnownPrograms.with(List.of("home")), rejects);
    }

    @Test
    void readsAPracticeWithoutRows() throws IOException {
        PracticeFolder practice = read().orElseThrow();
        assertEquals(Setting.PFS, practice.content().practice().setting());
        assertEquals("America/New_York", practice.content().practice().zone().getId());
        assertTrue(rejects.isEmpty());
    }

    @Test
    void knowsTheProgramsOfInstalledRulesBesideItsOwn() throws IOException {
        String home = TestFiles.ENROLLED.replace(",ccm,", ",home,").replace(",staff,", ",home,");
        TestFiles.write(
                folder,
                "enrollments.csv",
                TestFiles.ENROLLMENTS + TestFiles.ENROLLED + home + home.replace("home", "away"));
        assertEquals(2, read().orElseThrow().enrollments().count());
        assertEquals(
                List.of("enrollments.csv:4:program [away]", "enrollments.csv:4:track [away]"),
                TestFiles.places(rejects));
    }

    @Test
    void readsWhatThePracticeSetsWhereSourcesLeaveARuleOpen() throws IOException {
        parameters("{\"cocm\": {\"first-month\": \"70 min\", \"midpoint\": false}, \"ccm\": {},"
                + " \"coordination\": {\"late-after\": \"7 days\"}}");
        Map<String, Map<String, String>> parameters =
                read().orElseThrow().content().practice().parameters();
        assertEquals(Map.of("first-month", "70 min", "midpoint", "no"), parameters.get("cocm"));
        assertEquals(Map.of(), parameters.get("ccm"));
        assertTrue(read().orElseThrow().content().unread().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"70", "[]", "{\"cocm\": 70}", "{\"cocm\": {\"first-month\": [70]}}", "{\"cocm\": {\"a\": null}}"
            })
    void refusesParametersThatAreNotValuesByProgramAndName(String parameters) throws IOException {
        parameters(parameters);
        assertTrue(read().isEmpty());
        assertTrue(TestFiles.only(rejects).remedy().contains("first-month"));
    }

    @Test
    void refusesParametersOfAnUnknownProgram() throws IOException {
        parameters("{\"comc\": {\"first-month\": \"70 min\"}}");
        assertTrue(read().isEmpty());
        assertEquals("comc", TestFiles.only(rejects).value());
        assertTrue(TestFiles.only(rejects).remedy().contains("cocm"));
    }

    private void parameters(String json) {
        TestFiles.write(
                folder,
                "practice.json",
                TestFiles.PRACTICE.strip().replaceAll("}$", ", \"parameters\": " + json + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice.json", "enrollments.csv", "activity.csv", "month.csv", "chart"})
    void namesAMissingFileAndWhatItMustHold(String name) throws IOException {
        Files.delete(folder.resolve(name));
        assertTrue(read().isEmpty());
        String shown = name.equals("chart") ? "chart/" : name;
        assertEquals(shown, TestFiles.only(rejects).place());
        assertEquals(
                "This is missing from the practice directory.",
                TestFiles.only(rejects).problem());
        assertTrue(TestFiles.only(rejects).remedy().startsWith("Add "));
    }

    @Test
    void namesADirectoryThatIsNotThere() throws IOException {
        folder = folder.resolve("nowhere");
        assertTrue(read().isEmpty());
        assertEquals("There is no such directory.", TestFiles.only(rejects).problem());
    }

    @Test
    void stopsAtATableWhoseHeaderLacksAColumn() throws IOException {
        TestFiles.write(folder, "activity.csv", TestFiles.ACTIVITY.replace(",kind", ""));
        assertTrue(read().isEmpty());
        assertEquals("activity.csv:1:kind", TestFiles.only(rejects).place());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "America/New_York | Atlantis | practice.json:1:zone | This time zone is unknown.",
                "1999999034 | 12345 | practice.json:1:npi | This is not a value for \"npi\".",
                "PFS | HOSPITAL | practice.json:2:setting | This is not a value for \"setting\".",
                "\"11\" | 1 | practice.json:2:placeOfService | This is not a value for \"placeOfService\".",
                "\"locality\" | \"place\" | practice.json:1:locality | The key \"locality\" is missing.",
            })
    void namesWhatIsWrongInPracticeJson(String from, String to, String place, String problem) throws IOException {
        TestFiles.write(folder, "practice.json", TestFiles.PRACTICE.replace(from, to));
        assertTrue(read().isEmpty());
        assertEquals(place, TestFiles.only(rejects).place());
        assertEquals(problem, TestFiles.only(rejects).problem());
    }

    @Test
    void namesLineAndColumnOfBrokenJson() throws IOException {
        TestFiles.write(folder, "practice.json", "{\"name\": \"x\",\n \"npi\" 5}");
        assertTrue(read().isEmpty());
        assertEquals("practice.json:2:8", TestFiles.only(rejects).place());
    }

    @Test
    void survivesDeeplyNestedJson() throws IOException {
        TestFiles.write(folder, "practice.json", "{\"name\":" + "[".repeat(100_000));
        assertTrue(read().isEmpty());
        assertEquals("practice.json", TestFiles.only(rejects).file());
    }

    @Test
    void readsALineLimitAndNamesKeysItDoesNotKnow() throws IOException {
        TestFiles.write(
                folder,
                "practice.json",
                TestFiles.PRACTICE.replace("\"PFS\"", "\"PFS\", \"longestLineBytes\": 300, \"colour\": \"red\""));
        PracticeJson.Content content = read().orElseThrow().content();
        assertEquals(300, content.longestLineBytes());
        assertEquals(List.of("colour"), content.unread());
    }

    @Test
    void readsThePracticesOwnWordOnChronicCodes() throws IOException {
        TestFiles.write(
                folder,
                "chronic-conditions.csv",
                "code_system,code,chronic\nSNOMED,44054006,no\nICD10CM,E11.9,yes\nICD9,250,yes\nSNOMED,44054006,yes\n");
        assertEquals(
                Map.of("SNOMED:44054006", false, "ICD10CM:E11.9", true),
                read().orElseThrow().chronicOverrides());
        assertEquals(
                List.of("chronic-conditions.csv:4:code_system [ICD9]", "chronic-conditions.csv:5:code [44054006]"),
                TestFiles.places(rejects));
    }
}

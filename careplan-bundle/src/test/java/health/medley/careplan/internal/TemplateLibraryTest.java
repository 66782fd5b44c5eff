package health.medley.careplan.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateLibraryTest {
    private static final Path FOLDER = Path.of("src/main/resources/medley/careplan/templates");
    private static final LocalDate WRITTEN = LocalDate.parse("2026-11-24");

    private final TemplateLibrary library = TemplateLibrary.shipped();

    @Test
    void shipsEveryFileOfItsFolderAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList();

            assertEquals(
                    there,
                    library.templates().stream()
                            .map(ConditionTemplate::template)
                            .toList());
            assertTrue(there.size() >= 15, there.toString());
        }
    }

    @TestFactory
    List<DynamicTest> everyTemplateNamesItsSources() {
        return library.templates().stream()
                .map(template -> DynamicTest.dynamicTest(template.reference(), () -> {
                    checkSource(template.source());
                    template.goals().forEach(goal -> goal.source().ifPresent(TemplateLibraryTest::checkSource));
                }))
                .toList();
    }

    private static void checkSource(ConditionTemplate.Source source) {
        assertTrue(source.title().length() > 20, source.title());
        assertFalse(source.date().isAfter(WRITTEN), source.words());
        assertFalse(source.checked().filter(day -> day.isBefore(source.date())).isPresent(), source.words());
    }

    @Test
    void namesEachGoalOnce() {
        Set<String> seen = new HashSet<>();

        library.templates()
                .forEach(template -> template.goals().forEach(goal -> assertTrue(seen.add(goal.id()), goal.id())));
    }

    @Test
    void claimsEachCodeOnce() {
        Map<String, String> claimed = new HashMap<>();

        for (ConditionTemplate template : library.templates()) {
            template.matches()
                    .forEach((system, codes) -> codes.forEach(
                            code -> assertEquals(null, claimed.put(system + ":" + code, template.template()), code)));
        }
    }

    @Test
    void matchesCodesWithAStarByTheirBeginning() {
        ConditionTemplate hypertension = library.templates().stream()
                .filter(template -> template.template().equals("hypertension"))
                .findFirst()
                .orElseThrow();

        assertTrue(hypertension.matches("ICD10CM", "I11.9") && hypertension.matches("ICD10CM", "I10"));
        assertFalse(hypertension.matches("ICD10CM", "I10.1") || hypertension.matches("ICD10CM", "I1"));
        assertTrue(hypertension.matches("SNOMED", "59621000"));
        assertFalse(hypertension.matches("SNOMED", "5962100") || hypertension.matches("LOINC", "59621000"));
    }

    @Test
    void isCountedRightInTheDocuments() throws IOException {
        String page = Files.readString(Path.of("../docs/reference/care-plans.md"));
        String drafts =
                page.substring(page.indexOf("| condition | goals |"), page.indexOf("A chronic disease without"));

        // a heading and a rule stand above the rows
        assertEquals(library.templates().size(), drafts.strip().lines().count() - 2);
        assertEquals(21, library.findings().findings().size());
        assertTrue(page.contains("Twenty-one"));
    }

    @Test
    void namesEachFindingOnce() {
        Set<String> seen = new HashSet<>();

        library.findings().findings().forEach(finding -> assertTrue(seen.add(finding.code()), finding.code()));
        assertTrue(seen.size() >= 15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 1.0.0 | version: one | version",
                "template: hypertension | templat: hypertension | templat",
                "title: \"2025 | titles: \"2025 | title",
                "bound: BELOW | bound: UNDER | UNDER",
                "quantity: 130 | quantity: many | many",
                "responsible: patient | responsible: \" \" | responsible",
                "months: 3 | months: 0 | months",
                "checked: | seen: | seen",
                "SNOMED: | LOINC: | matches",
                "date: \"2025-08-14\" | date: \"14 August\" | 14 August",
                "unit: \"mm[Hg]\" | note: \"mm[Hg]\" | unit",
                "interventions: | intervention: | intervention",
            })
    void refusesAFileThatIsNotAsItMustBe(String right, String wrong, String named) throws IOException {
        String yaml = Files.readString(FOLDER.resolve("hypertension.yaml"), StandardCharsets.UTF_8);
        assertTrue(yaml.contains(right), right);
        assertEquals(
                "hypertension",
                TemplateLibrary.read("x.yaml", yaml, ConditionTemplate.class).template());

        MedleyException refusal = PlanWorld.refused(
                ErrorCode.PLATFORM_FAULTY,
                () -> TemplateLibrary.read("x.yaml", yaml.replace(right, wrong), ConditionTemplate.class));

        assertTrue(refusal.getMessage().contains("x.yaml"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
    }
}

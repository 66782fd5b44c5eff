package health.medley.prescription.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.ConflictSeverity;
import health.medley.core.prescription.InteractionFinding;
import health.medley.core.prescription.InteractionQuestion;
import health.medley.core.prescription.InteractionReport;
import health.medley.core.prescription.MedicationCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCheckerTest {
    private final InteractionTable table = InteractionTable.shipped();

    @ParameterizedTest
    @CsvSource({
        "Warfarin Sodium 5 MG Oral Tablet, Naproxen sodium 220 MG Oral Tablet, SEVERE",
        "Naproxen sodium 220 MG Oral Tablet, Warfarin Sodium 5 MG Oral Tablet, SEVERE",
        "Simvastatin 20 MG Oral Tablet, amLODIPine 2.5 MG Oral Tablet, MODERATE",
        "Simvastatin 20 MG Oral Tablet, verapamil hydrochloride 80 MG Oral Tablet, SEVERE",
        "lisinopril 10 MG Oral Tablet, losartan potassium 50 MG Oral Tablet, SEVERE",
        "hydrochlorothiazide 25 MG / lisinopril 20 MG Oral Tablet, spironolactone 25 MG Oral Tablet, SEVERE",
        "'Acetaminophen 325 MG / Oxycodone Hydrochloride 10 MG Oral Tablet [Percocet]', Valium, SEVERE",
        "Nitroglycerin 0.4 MG/ACTUAT Mucosal Spray, sildenafil 50 MG Oral Tablet, SEVERE",
        "Digoxin 0.125 MG Oral Tablet, verapamil hydrochloride 80 MG Oral Tablet, SEVERE",
    })
    void findsWhatIsDangerousTogether(String one, String other, ConflictSeverity severity) {
        InteractionFinding finding = check(one, other).findings().stream()
                .filter(found -> found.kind() == ConflictKind.INTERACTION)
                .findFirst()
                .orElseThrow();

        assertEquals(severity, finding.severity());
        assertFalse(finding.text().isBlank() || finding.source().isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "Simvastatin 20 MG Oral Tablet, Simvastatin 10 MG Oral Tablet, Both have simvastatin",
        "Simvastatin 20 MG Oral Tablet, atorvastatin 40 MG Oral Tablet, Both are statins",
        "Clopidogrel 75 MG Oral Tablet, prasugrel 10 MG Oral Tablet, Both are P2Y12 inhibitors",
        "Tylenol, 'Acetaminophen 300 MG / Codeine Phosphate 15 MG Oral Tablet', Both have acetaminophen",
    })
    void findsDuplicatesOfASubstanceOrClass(String one, String other, String words) {
        InteractionFinding finding = check(one, other).findings().get(0);

        assertEquals(ConflictKind.DUPLICATE, finding.kind());
        assertTrue(finding.text().startsWith(words), finding.text());
    }

    @ParameterizedTest
    @CsvSource({
        "lisinopril 10 MG Oral Tablet, Hydrochlorothiazide 25 MG Oral Tablet",
        "aspirin 81 MG Oral Tablet, Clopidogrel 75 MG Oral Tablet",
        "Simvastatin 20 MG Oral Tablet, Metformin 500 MG Oral Tablet",
    })
    void findsNothingWhereItKnowsNothing(String one, String other) {
        InteractionReport report = check(one, other);

        assertEquals(List.of(), report.findings());
        assertEquals(List.of(), report.unknown());
    }

    @Test
    void readsNamesAsWholeWords() {
        assertEquals(1, check("warfarinoid cream").unknown().size());
        assertEquals(0, check("WARFARIN-sodium").unknown().size());
        assertEquals(1, check("potassium iodide").unknown().size());
        assertEquals(0, check("Potassium Chloride 20 MEQ").unknown().size());
    }

    @Test
    void readsAtcCodes() {
        MedicationCode byCode = new MedicationCode("http://www.whocc.no/atc", "B01AA03", "");
        MedicationCode otherSystem = new MedicationCode("http://example.org", "B01AA03", "");

        assertEquals(List.of(), check(List.of(byCode), List.of()).unknown());
        assertEquals(1, check(List.of(otherSystem), List.of()).unknown().size());
    }

    @Test
    void saysHowManyItKnowsAndThatSilenceIsNoSafety() {
        InteractionReport report = check("warfarin", "melatonin", "kratom");

        assertEquals(2, report.unknown().size());
        assertTrue(report.coverage().startsWith("1 of 3 medications are known to this data."), report.coverage());
        assertTrue(report.coverage().contains("no word of safety"), report.coverage());
        assertEquals("medley-interactions 1.0.0 (2026-11-24)", report.data());
    }

    @Test
    void findsAllergiesToAnIngredient() {
        InteractionReport report = check(
                List.of(code("Acetaminophen 325 MG / Oxycodone Hydrochloride 10 MG Oral Tablet")),
                List.of(code("Oxycodone"), code("Peanut")));

        assertEquals(1, report.findings().size());
        assertEquals(ConflictKind.ALLERGY, report.findings().get(0).kind());
    }

    @TestFactory
    Stream<DynamicTest> everyPairFindsItself() {
        return table.pairs().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.one() + " with " + pair.other(), () -> {
                    boolean found = check(example(pair.one()), example(pair.other())).findings().stream()
                            .anyMatch(finding -> finding.text().equals(pair.text()));
                    assertTrue(found);
                    assertTrue(table.sources().containsKey(pair.source()));
                }));
    }

    private String example(String side) {
        return side.startsWith("class:")
                ? table.ingredients().stream()
                        .filter(ingredient -> ingredient.classes().contains(side.substring("class:".length())))
                        .findFirst()
                        .orElseThrow()
                        .name()
                : side;
    }

    private static InteractionReport check(String... names) {
        return check(Stream.of(names).map(TableCheckerTest::code).toList(), List.of());
    }

    private static MedicationCode code(String name) {
        return new MedicationCode("", "", name);
    }

    private static InteractionReport check(List<MedicationCode> medications, List<MedicationCode> allergies) {
        return new TableChecker().check(MedicationWorld.MANAGER, new InteractionQuestion(medications, allergies));
    }
}

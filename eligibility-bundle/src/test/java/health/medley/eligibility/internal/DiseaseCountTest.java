package health.medley.eligibility.internal;

import static health.medley.eligibility.internal.TestCharts.DIABETES;
import static health.medley.eligibility.internal.TestCharts.HYPERTENSION;
import static health.medley.eligibility.internal.TestCharts.condition;
import static health.medley.eligibility.internal.TestCharts.since2010;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartCondition;
import health.medley.core.eligibility.Disease;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiseaseCountTest {
    private static final ChronicList LIST = ChronicList.shipped();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // began on the last day, on the day after
                "2025-03-31, -, 1",
                "2025-04-01, -, 0",
                // abated on the first day, on the day before
                "2010-01-01, 2025-03-01, 1",
                "2010-01-01, 2025-02-28, 0",
                // nobody wrote when it began
                "-, -, 1",
                "-, 2025-02-28, 0",
                // within the month
                "2025-03-10, 2025-03-12, 1",
            })
    void aConditionCountsIfItStoodOnAnyDayOfTheMonth(String began, String abated, int diseases) {
        assertEquals(
                diseases, count(Map.of(), condition(began, abated, DIABETES)).size());
    }

    @Test
    void theMonthOfALeapYearEndsOnThe29th() {
        DiseaseCount february = new DiseaseCount(ServiceMonth.parse("2024-02"), new ChronicJudge(LIST, Map.of()));
        assertEquals(
                1, february.of(List.of(condition("2024-02-29", null, DIABETES))).size());
        assertEquals(
                0, february.of(List.of(condition("2024-03-01", null, DIABETES))).size());
    }

    @Test
    void refutedConditionsDoNotCount() {
        ChartCondition refuted =
                new ChartCondition(List.of(TestCharts.code(DIABETES)), Optional.empty(), Optional.empty(), true);
        assertEquals(List.of(), count(Map.of(), refuted));
    }

    @Test
    void codesOfOneCategoryAreOneDiseaseWithAllItsEvidence() {
        List<Disease> diseases = count(
                Map.of(),
                condition("2012-01-01", null, "ICD10CM:E11.9"),
                condition("2009-07-08", null, DIABETES),
                condition(null, null, "ICD10CM:E11.65"));
        Disease diabetes = new Disease(
                "Diabetes",
                "Diabetes",
                List.of("ICD10CM:E11.65", "ICD10CM:E11.9", DIABETES),
                Optional.of(LocalDate.parse("2009-07-08")));
        assertEquals(List.of(diabetes), diseases);
    }

    @Test
    void aCodeWithoutACategoryIsADiseaseOfItsOwnInTheOrderOfTheKeys() {
        List<Disease> diseases =
                count(Map.of(), since2010("ICD10CM:A18.02"), since2010("ICD10CM:A18.01"), since2010(HYPERTENSION));
        assertEquals(
                List.of("Hypertension", "ICD10CM:A18.01", "ICD10CM:A18.02"),
                diseases.stream().map(Disease::key).toList());
        assertEquals("Tuberculosis of spine", diseases.get(1).name());
    }

    @ParameterizedTest
    @CsvSource({
        // B18 stands for every code under it
        "ICD10CM:B18, 1",
        "ICD10CM:B18.2, 1",
        "ICD10CM:b182, 1",
        "ICD10CM:B17.2, 0",
        "ICD10CM:B1, 0",
        // A18.01 stands for itself alone
        "ICD10CM:A18.01, 1",
        "ICD10CM:A18.011, 0",
        "ICD10CM:A18.0, 0",
        // its own row goes before the prefix it stands under
        "ICD10CM:D57.454, 0",
        "ICD10CM:D57.1, 1",
        // acute, conditional, unknown, of another system
        "SNOMED:105531004, 0",
        "SNOMED:999999999, 0",
        "http://hl7.org/fhir/sid/icd-9-cm:250.00, 0",
    })
    void onlyListedChronicCodesCount(String key, int diseases) {
        ChartCondition condition = key.startsWith("http")
                ? new ChartCondition(
                        List.of(new ChartCode("http://hl7.org/fhir/sid/icd-9-cm", "250.00")),
                        Optional.empty(),
                        Optional.empty(),
                        false)
                : since2010(key);
        assertEquals(diseases, count(Map.of(), condition).size());
    }

    @Test
    void thePracticesOwnWordGoesBeforeTheList() {
        Map<String, Boolean> overrides =
                Map.of(DIABETES, false, "SNOMED:105531004", true, "ICD10CM:b182", false, "SNOMED:999999999", true);
        List<Disease> diseases = count(
                overrides,
                since2010(DIABETES),
                since2010("ICD10CM:B18.2"),
                since2010("SNOMED:105531004"),
                since2010("SNOMED:999999999"));
        assertEquals(
                List.of("SNOMED:105531004", "SNOMED:999999999"),
                diseases.stream().map(Disease::key).toList());
        // the list's words for a code it does not call chronic are not the disease's name
        assertEquals("SNOMED:105531004", diseases.get(0).name());
    }

    @Test
    void anOverriddenCodeKeepsTheCategoryTheListKnows() {
        List<Disease> diseases =
                count(Map.of("ICD10CM:D57.454", true), since2010("ICD10CM:D57.454"), since2010("ICD10CM:D57.1"));
        assertEquals(List.of("Anemia"), diseases.stream().map(Disease::key).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void oneConditionCodedTwiceIsOneDiseaseInAnyOrder(long seed) {
        List<ChartCondition> conditions = new ArrayList<>(List.of(
                // no category on either side, linked through the middle one
                since2010("ICD10CM:A18.02", "ICD10CM:A18.01"),
                since2010("ICD10CM:A18.84", "ICD10CM:A18.02"),
                since2010("ICD10CM:A18.84"),
                // a code without a category beside one with: the category's
                since2010("ICD10CM:A39.84", HYPERTENSION),
                since2010("ICD10CM:A39.84"),
                // and beside two different ones: evidence of the first in order, for no further disease
                since2010("ICD10CM:A39.84", "ICD10CM:E11.9"),
                // two categories are two diseases, however coded
                since2010(DIABETES, "ICD10CM:N18.30")));
        Collections.shuffle(conditions, new Random(seed));
        List<Disease> diseases = count(Map.of(), conditions.toArray(ChartCondition[]::new));
        assertEquals(
                List.of("Chronic kidney disease", "Diabetes", "Hypertension", "ICD10CM:A18.01"),
                diseases.stream().map(Disease::key).toList());
        assertEquals(
                List.of("ICD10CM:A18.01", "ICD10CM:A18.02", "ICD10CM:A18.84"),
                diseases.get(3).codes());
        assertEquals(
                List.of("ICD10CM:A39.84", "ICD10CM:E11.9", DIABETES),
                diseases.get(1).codes());
    }

    private static List<Disease> count(Map<String, Boolean> overrides, ChartCondition... conditions) {
        ChronicJudge judge = new ChronicJudge(LIST, overrides);
        return new DiseaseCount(ServiceMonth.parse("2025-03"), judge).of(List.of(conditions));
    }
}

package health.medley.careplan.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.careplan.ChartFact;
import health.medley.core.careplan.DraftQuestion;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanElement;
import health.medley.core.careplan.PlanGoal;
import health.medley.core.careplan.PlanProblem;
import health.medley.core.careplan.PlanSentence;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.Disease;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleDraftTest {
    private static final LocalDate DAY = LocalDate.parse("2025-03-31");

    private final TemplateLibrary library = TemplateLibrary.shipped();

    @Test
    void bindsEverySentenceToAFactInEveryChartOfTheSamplePractice() throws IOException {
        List<PatientChart> charts = SampleCharts.read();
        int sentences = 0;
        for (PatientChart chart : charts) {
            PlanContent content = draft(chart);
            assertEquals(0, new ChartFacts(chart).unbound(content));
            sentences += content.sections().values().stream()
                    .mapToInt(section -> section.sentences().size())
                    .sum();
        }
        assertEquals(200, charts.size());
        assertTrue(sentences > 2_000, sentences + " sentences");
    }

    @Test
    void givesEachProblemOfTheSamplePracticeAGoalAndEachMeasurableGoalADay() throws IOException {
        Set<String> without = new TreeSet<>();
        int problems = 0;
        for (PatientChart chart : SampleCharts.read()) {
            PlanContent content = draft(chart);
            problems += content.problems().size();
            Set<String> goals =
                    content.goals().stream().map(PlanGoal::condition).collect(Collectors.toSet());
            for (PlanProblem problem : content.problems()) {
                assertTrue(goals.contains(problem.condition()));
            }
            content.goals().stream().filter(goal -> !goal.measurable()).forEach(goal -> without.add(goal.condition()));
            Set<String> ids = content.goals().stream().map(PlanGoal::id).collect(Collectors.toSet());
            assertEquals(content.goals().size(), ids.size());
        }
        assertTrue(problems > 600, problems + " problems");
        // common ones have a template; the rest is left to people
        assertTrue(without.contains("SNOMED:237602007"), without.toString());
        assertTrue(without.stream().noneMatch(key -> key.equals("SNOMED:59621000")), without.toString());
    }

    @Test
    void takesOverMedicationsThatAreActiveOnTheDay() throws IOException {
        PatientChart chart = SampleCharts.read().stream()
                .filter(candidate -> candidate.medications().stream()
                        .anyMatch(medication -> medication.status().equals("active")
                                && medication.authoredOn().filter(DAY::isBefore).isEmpty()
                                && !medication.name().isBlank()))
                .findFirst()
                .orElseThrow();
        List<PlanSentence> said =
                draft(chart).sections().get(PlanElement.MEDICATION_MANAGEMENT).sentences();
        Set<ChartFact> active = chart.medications().stream()
                .filter(medication -> medication.status().equals("active"))
                .flatMap(medication -> ChartFacts.of(medication).stream())
                .collect(Collectors.toSet());

        assertTrue(said.stream().anyMatch(sentence -> active.containsAll(sentence.facts())));
    }

    private PlanContent draft(PatientChart chart) {
        return new TemplateDraft(library, new DraftQuestion("ccm", DAY, chart, diseases(chart)))
                .write()
                .content();
    }

    /** Every code of a template is a disease of its own here, and the metabolic syndrome, for which there is none. */
    private List<Disease> diseases(PatientChart chart) {
        TreeMap<String, Disease> diseases = new TreeMap<>();
        chart.conditions().forEach(condition -> condition.codes().stream()
                .filter(this::counted)
                .map(code -> "SNOMED:" + code.code())
                .forEach(key -> diseases.put(key, new Disease(key, key, List.of(key), Optional.empty()))));
        return oneOfEachTemplate(new ArrayList<>(diseases.values()));
    }

    private boolean counted(ChartCode code) {
        return code.code().equals("237602007")
                || library.templates().stream().anyMatch(template -> template.matches("SNOMED", code.code()));
    }

    /** As eligibility does: several codes of one disease are one disease. */
    private List<Disease> oneOfEachTemplate(List<Disease> diseases) {
        TreeMap<String, Disease> byTemplate = new TreeMap<>();
        for (Disease disease : diseases) {
            String code = disease.key().substring("SNOMED:".length());
            String template = library.templates().stream()
                    .filter(candidate -> candidate.matches("SNOMED", code))
                    .map(ConditionTemplate::template)
                    .findFirst()
                    .orElse(disease.key());
            byTemplate.merge(template, disease, SampleDraftTest::together);
        }
        return List.copyOf(byTemplate.values());
    }

    private static Disease together(Disease one, Disease other) {
        List<String> codes = new ArrayList<>(one.codes());
        codes.addAll(other.codes());
        return new Disease(one.key(), one.name(), codes, Optional.empty());
    }
}

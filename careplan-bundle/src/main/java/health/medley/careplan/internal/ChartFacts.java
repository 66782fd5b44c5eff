package health.medley.careplan.internal;

import health.medley.core.careplan.ChartFact;
import health.medley.core.careplan.PlanContent;
import health.medley.core.chart.ChartAllergy;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartMedication;
import health.medley.core.chart.PatientChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The facts of one chart that sentences of a plan can rest on. */
final class ChartFacts {
    static final String CONDITION = "Condition";
    static final String MEDICATION = "MedicationRequest";
    static final String ALLERGY = "AllergyIntolerance";
    static final String ENCOUNTER = "Encounter";

    private final Set<ChartFact> known = new HashSet<>();

    /** Every fact of a chart. */
    ChartFacts(PatientChart chart) {
        chart.conditions().stream()
                .filter(condition -> !condition.refuted())
                .forEach(condition -> known.addAll(of(condition)));
        chart.medications().forEach(medication -> known.addAll(of(medication)));
        chart.allergies().forEach(allergy -> known.addAll(of(allergy)));
        chart.encounters()
                .forEach(encounter -> known.add(new ChartFact(ENCOUNTER, "", "", Optional.of(encounter.day()))));
    }

    static List<ChartFact> of(ChartCondition condition) {
        return facts(CONDITION, condition.codes(), "", condition.began());
    }

    static List<ChartFact> of(ChartMedication medication) {
        return facts(MEDICATION, medication.codes(), medication.name(), medication.authoredOn());
    }

    static List<ChartFact> of(ChartAllergy allergy) {
        return facts(ALLERGY, allergy.codes(), allergy.name(), allergy.recorded());
    }

    private static List<ChartFact> facts(
            String resource, List<ChartCode> codes, String name, Optional<LocalDate> date) {
        List<ChartFact> facts = new ArrayList<>();
        codes.forEach(code -> facts.add(new ChartFact(resource, code.system(), code.code(), date)));
        if (codes.isEmpty() && !name.isBlank()) {
            // what has no code is pointed at by its words
            facts.add(new ChartFact(resource, "", name, date));
        }
        return facts;
    }

    /**
     * How many of the statements of a plan rest on no fact, or on one that is not in the chart. That an element does
     * not apply is for people to say: no fact bears it out.
     */
    long unbound(PlanContent content) {
        List<List<ChartFact>> statements = new ArrayList<>();
        content.problems().forEach(problem -> statements.add(problem.facts()));
        content.goals().forEach(goal -> statements.add(goal.facts()));
        content.interventions().forEach(planned -> statements.add(planned.facts()));
        content.sections().values().forEach(section -> section.sentences()
                .forEach(sentence -> statements.add(sentence.facts())));
        long excluded = content.sections().values().stream()
                .filter(section -> section.notApplicable().isPresent())
                .count();
        return excluded
                + statements.stream()
                        .filter(facts -> facts.isEmpty() || !known.containsAll(facts))
                        .count();
    }
}

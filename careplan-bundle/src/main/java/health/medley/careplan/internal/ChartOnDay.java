package health.medley.careplan.internal;

import health.medley.core.careplan.ChartFact;
import health.medley.core.careplan.PlanSentence;
import health.medley.core.chart.ChartAllergy;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartMedication;
import health.medley.core.chart.PatientChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What stands in a chart on one day. */
final class ChartOnDay {
    private static final String ACTIVE = "active";

    private final PatientChart chart;
    private final LocalDate day;

    ChartOnDay(PatientChart chart, LocalDate day) {
        this.chart = chart;
        this.day = day;
    }

    /** The conditions with one of these codes, {@code SYSTEM:code}. */
    List<ChartFact> conditions(List<String> keys) {
        List<ChartFact> facts = new ArrayList<>();
        for (ChartCondition condition : chart.conditions()) {
            if (stands(condition)) {
                add(facts, condition, code -> key(code).filter(keys::contains).isPresent());
            }
        }
        return facts;
    }

    /** The conditions with a code of one system that {@code wanted} names. */
    List<ChartFact> conditions(String system, Predicate<String> wanted) {
        List<ChartFact> facts = new ArrayList<>();
        for (ChartCondition condition : chart.conditions()) {
            if (stands(condition)) {
                add(
                        facts,
                        condition,
                        code -> CodeSystems.name(code.system())
                                        .filter(system::equals)
                                        .isPresent()
                                && wanted.test(CodeSystems.normal(system, code.code())));
            }
        }
        return facts;
    }

    private static void add(List<ChartFact> facts, ChartCondition condition, Predicate<ChartCode> wanted) {
        for (ChartCode code : condition.codes()) {
            ChartFact fact = new ChartFact(ChartFacts.CONDITION, code.system(), code.code(), condition.began());
            if (wanted.test(code) && !facts.contains(fact)) {
                facts.add(fact);
            }
        }
    }

    private static Optional<String> key(ChartCode code) {
        return CodeSystems.name(code.system()).map(system -> system + ":" + CodeSystems.normal(system, code.code()));
    }

    private boolean stands(ChartCondition condition) {
        return !condition.refuted()
                && condition.began().filter(day::isBefore).isEmpty()
                && condition.abated().filter(last -> last.isBefore(day)).isEmpty();
    }

    /** A sentence for each medication ordered and not stopped. */
    List<PlanSentence> medications() {
        List<PlanSentence> sentences = new ArrayList<>();
        for (ChartMedication medication : chart.medications()) {
            boolean ordered = medication.authoredOn().filter(day::isBefore).isEmpty();
            if (ordered
                    && medication.status().equals(ACTIVE)
                    && !medication.name().isBlank()) {
                String since = medication
                        .authoredOn()
                        .map(from -> ", ordered on " + from)
                        .orElse("");
                String dosage = medication.dosage().isBlank() ? "" : ": " + medication.dosage();
                sentence(sentences, "Takes " + medication.name() + since + dosage + ".", ChartFacts.of(medication));
            }
        }
        return sentences;
    }

    /** A sentence for each allergy. */
    List<PlanSentence> allergies() {
        List<PlanSentence> sentences = new ArrayList<>();
        for (ChartAllergy allergy : chart.allergies()) {
            boolean known = allergy.recorded().filter(day::isBefore).isEmpty();
            boolean stands = allergy.clinicalStatus().isEmpty()
                    || allergy.clinicalStatus().equals(ACTIVE);
            if (known && stands && !allergy.name().isBlank()) {
                sentence(sentences, "Allergy in the chart: " + allergy.name() + ".", ChartFacts.of(allergy));
            }
        }
        return sentences;
    }

    private static void sentence(List<PlanSentence> sentences, String text, List<ChartFact> facts) {
        PlanSentence sentence = new PlanSentence(text, facts, Optional.empty());
        if (!facts.isEmpty() && !sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }
}

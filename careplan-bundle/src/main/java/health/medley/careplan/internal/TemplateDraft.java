package health.medley.careplan.internal;

import health.medley.core.careplan.ChartFact;
import health.medley.core.careplan.DraftQuestion;
import health.medley.core.careplan.GoalTarget;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanElement;
import health.medley.core.careplan.PlanGoal;
import health.medley.core.careplan.PlanIntervention;
import health.medley.core.careplan.PlanProblem;
import health.medley.core.careplan.PlanProposal;
import health.medley.core.careplan.PlanSection;
import health.medley.core.careplan.PlanSentence;
import health.medley.core.eligibility.Disease;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One draft while it is written. */
final class TemplateDraft {
    private final TemplateLibrary library;
    private final DraftQuestion question;
    private final ChartOnDay chart;
    private final List<PlanProblem> problems = new ArrayList<>();
    private final List<PlanGoal> goals = new ArrayList<>();
    private final List<PlanIntervention> interventions = new ArrayList<>();
    private final Map<PlanElement, List<PlanSentence>> sentences = new EnumMap<>(PlanElement.class);
    private final List<String> sources = new ArrayList<>();

    TemplateDraft(TemplateLibrary library, DraftQuestion question) {
        this.library = library;
        this.question = question;
        this.chart = new ChartOnDay(question.chart(), question.day());
    }

    PlanProposal write() {
        question.diseases().forEach(this::disease);
        for (ChartFinding finding : library.findings().findings()) {
            List<ChartFact> facts = chart.conditions(finding.system(), finding.code()::equals);
            if (!facts.isEmpty()) {
                say(finding.element(), new PlanSentence(finding.text(), facts, Optional.empty()));
            }
        }
        chart.medications().forEach(sentence -> say(PlanElement.MEDICATION_MANAGEMENT, sentence));
        chart.allergies().forEach(sentence -> say(PlanElement.MEDICATION_MANAGEMENT, sentence));
        sources.add("findings@" + library.findings().version());
        Map<PlanElement, PlanSection> sections = new EnumMap<>(PlanElement.class);
        sentences.forEach((element, said) -> sections.put(element, new PlanSection(said, Optional.empty())));
        PlanContent content =
                new PlanContent(problems, goals, interventions, sections, Optional.empty(), Optional.empty());
        return new PlanProposal(content, sources);
    }

    private void disease(Disease disease) {
        List<ChartFact> facts = chart.conditions(disease.codes());
        if (facts.isEmpty()) {
            // the drafter says nothing that it cannot show; eligibility may have counted by other evidence
            return;
        }
        problems.add(new PlanProblem(disease.key(), disease.name(), disease.since(), facts));
        int before = goals.size();
        library.templates().forEach(template -> apply(template, disease));
        if (goals.size() == before) {
            String id = "goal-to-be-set-" + problems.size();
            goals.add(new PlanGoal(id, disease.key(), "", Optional.empty(), Optional.empty(), facts, Optional.empty()));
        }
    }

    private void apply(ConditionTemplate template, Disease disease) {
        List<ChartFact> facts = chart.conditions(matching(template, disease));
        if (facts.isEmpty()) {
            return;
        }
        sources.add(template.reference());
        Optional<String> source = Optional.of(template.source().words());
        template.goals().forEach(goal -> goals.add(goal(goal, disease, facts, source)));
        template.interventions()
                .forEach(planned -> interventions.add(
                        new PlanIntervention(disease.key(), planned.text(), planned.responsible(), facts, source)));
        template.sections().forEach((element, text) -> say(element, new PlanSentence(text, facts, source)));
    }

    private PlanGoal goal(
            ConditionTemplate.Goal goal, Disease disease, List<ChartFact> facts, Optional<String> source) {
        GoalTarget target = new GoalTarget(goal.measure(), goal.bound(), goal.quantity(), goal.unit());
        return new PlanGoal(
                goal.id(),
                disease.key(),
                goal.text(),
                Optional.of(target),
                Optional.of(question.day().plusMonths(goal.months())),
                facts,
                goal.source().map(ConditionTemplate.Source::words).or(() -> source));
    }

    private static List<String> matching(ConditionTemplate template, Disease disease) {
        return disease.codes().stream()
                .filter(key -> {
                    int colon = key.indexOf(':');
                    return colon > 0 && template.matches(key.substring(0, colon), key.substring(colon + 1));
                })
                .toList();
    }

    private void say(PlanElement element, PlanSentence sentence) {
        sentences.computeIfAbsent(element, none -> new ArrayList<>()).add(sentence);
    }
}

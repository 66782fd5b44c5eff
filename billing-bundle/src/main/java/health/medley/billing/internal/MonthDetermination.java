package health.medley.billing.internal;

import health.medley.billing.internal.facts.MonthFacts;
import health.medley.billing.internal.facts.Programs;
import health.medley.billing.internal.plan.PlanParts;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.Finding;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.EligibilityQuestion;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.practice.Enrollment;
import health.medley.core.rules.RuleSet;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Decide one patient's month: the facts of each enrollment, then the lawful set among them, then each by its rules. */
final class MonthDetermination {
    /** Fact that names the program enrolled in where rules of another judge it. */
    static final String ENROLLED = "enrolled_program";

    private final Caller caller;
    private final PatientMonth question;
    private final EligibilityService eligibility;
    private final TimeCounter ledger;
    private final LibraryRules rules;
    private final PlanCache plans;

    MonthDetermination(
            Caller caller,
            PatientMonth question,
            EligibilityService eligibility,
            TimeCounter ledger,
            LibraryRules rules,
            PlanCache plans) {
        this.caller = caller;
        this.question = question;
        this.eligibility = eligibility;
        this.ledger = ledger;
        this.rules = rules;
        this.plans = plans;
    }

    /** An enrollment whose rules are found, with what is to be said of its facts. */
    private record Enrolled(SetEntry entry, List<Finding> findings) {}

    /** The enrollments that have rules, with their facts, before the lawful set is found. */
    List<SetEntry> entries() {
        return question.enrollments().stream()
                .flatMap(enrollment -> enrolled(enrollment).stream())
                .map(Enrolled::entry)
                .toList();
    }

    List<Determination> all() {
        List<Optional<Enrolled>> enrolled =
                question.enrollments().stream().map(this::enrolled).toList();
        List<SetEntry> entries = new ArrayList<>();
        enrolled.forEach(found -> found.ifPresent(one -> entries.add(one.entry())));
        List<List<Finding>> settled = MonthSet.settle(entries);
        List<Determination> answers = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < enrolled.size(); i++) {
            Enrollment enrollment = question.enrollments().get(i);
            answers.add(
                    enrolled.get(i).isEmpty()
                            ? unknown(enrollment)
                            : decided(enrollment, enrolled.get(i).get(), settled.get(next++)));
        }
        return List.copyOf(answers);
    }

    private Determination decided(Enrollment enrollment, Enrolled enrolled, List<Finding> settled) {
        List<Finding> findings = new ArrayList<>(settled);
        findings.addAll(enrolled.findings());
        SetEntry entry = enrolled.entry();
        ProgramEvaluation.Subject subject =
                new ProgramEvaluation.Subject(enrollment.patient(), question.month(), enrollment.program());
        return entry.evaluation().decide(subject, entry.facts(), findings, question.explained());
    }

    private Determination unknown(Enrollment enrollment) {
        String setting = question.practice().setting().name();
        return NoRules.answer(
                enrollment.patient(),
                question.month(),
                enrollment.program(),
                NoRules.why(enrollment.program(), question.month(), setting, enrollment.track()));
    }

    /** The enrollment under the rules for clinics where they apply, else under its program's. */
    private Optional<Enrolled> enrolled(Enrollment enrollment) {
        String setting = question.practice().setting().name();
        return Programs.platform()
                .ofSetting(setting)
                .flatMap(clinic -> enrolled(enrollment, clinic))
                .filter(found ->
                        found.entry().evaluation().applies(found.entry().facts()))
                .or(() -> enrolled(enrollment, enrollment.program()));
    }

    private Optional<Enrolled> enrolled(Enrollment enrollment, String program) {
        ServiceMonth month = question.month();
        Optional<RuleSet> found = rules.find(program, month);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ProgramEvaluation evaluation = compiled(found.get());
        boolean known = evaluation.knows(question.practice().setting().name(), month.lastDay(), enrollment.track());
        return known ? Optional.of(facts(enrollment, evaluation, found.get())) : Optional.empty();
    }

    /** The rules with what the practice sets; a value they cannot take is the practice's to mend. */
    private ProgramEvaluation compiled(RuleSet ruling) {
        Map<String, String> set = question.practice().parametersOf(ruling.program());
        if (set.isEmpty()) {
            return plans.of(ruling);
        }
        plans.of(ruling);
        try {
            return plans.of(ruling, set);
        } catch (MedleyException e) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Using what the practice sets for " + ruling.program() + ": " + e.getMessage());
        }
    }

    private Enrolled facts(Enrollment enrollment, ProgramEvaluation evaluation, RuleSet ruling) {
        PlanParts parts = evaluation.parts();
        EligibilityDecision decision = eligibility.decide(
                caller,
                new EligibilityQuestion(
                        enrollment.program(),
                        question.month(),
                        question.chart(),
                        Optional.of(enrollment),
                        question.chronicOverrides(),
                        eligibilityRules(enrollment, ruling)));
        CountedTime counted = ledger.count(caller, MonthFacts.timeQuestion(question, enrollment, parts));
        Map<String, String> facts = MonthFacts.of(question, enrollment, parts, decision, counted);
        List<ServiceEvaluation> services = evaluation.services();
        if (services.size() > 1) {
            facts = new TreeMap<>(facts);
            for (ServiceEvaluation service : services.subList(1, services.size())) {
                Map<String, String> seen = MonthFacts.of(question, enrollment, service.parts(), decision, counted);
                ServiceFacts.write(service.service(), seen, facts);
            }
        }
        SetEntry entry =
                new SetEntry(evaluation, enrollment.program(), enrollment.practitionerNpi(), counted.counted(), facts);
        if (!parts.program().equals(enrollment.program())) {
            // rules for clinics judge many programs; the facts remember which
            entry.facts().put(ENROLLED, enrollment.program());
        }
        return new Enrolled(entry, MonthFindings.of(question, parts, decision, counted));
    }

    /** Given rules go to eligibility too, and so do rules of clinics whose program has none of its own. */
    private Optional<RuleSet> eligibilityRules(Enrollment enrollment, RuleSet ruling) {
        Optional<RuleSet> given =
                question.rules().filter(rules -> rules.covers(enrollment.program(), question.month()));
        boolean others = !ruling.program().equals(enrollment.program());
        return given.isEmpty()
                        && others
                        && rules.find(enrollment.program(), question.month()).isEmpty()
                ? Optional.of(ruling)
                : given;
    }
}

package health.medley.billing.internal;

import health.medley.billing.internal.facts.CanonicalFacts;
import health.medley.billing.internal.facts.FactRow;
import health.medley.billing.internal.facts.FactText;
import health.medley.billing.internal.plan.PlanParts;
import health.medley.billing.internal.plan.RuleProgram;
import health.medley.core.CareTime;
import health.medley.core.Finding;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turn facts into a determination by the rules of a program: decide each service, put together, explain. Pure. */
final class ProgramEvaluation {
    private final RuleProgram program;
    private final List<ServiceEvaluation> services;

    ProgramEvaluation(RuleProgram program) {
        this.program = program;
        this.services = program.services().stream().map(ServiceEvaluation::new).toList();
    }

    /** The compiled rules. */
    RuleProgram rules() {
        return program;
    }

    List<ServiceEvaluation> services() {
        return services;
    }

    /** What the services share: name, parameters, fees, groups, reasons. */
    PlanParts parts() {
        return program.first().parts();
    }

    /** Whether these rules know a practice paid in this way on a day, and a track. */
    boolean knows(String setting, LocalDate day, String track) {
        return program.takes(setting, day) && program.knowsTrack(track);
    }

    /** Whether rules for clinics apply to a month of these facts. */
    boolean applies(Map<String, String> facts) {
        return program.applies(FactRow.of(program.first(), facts));
    }

    /** Decide every service. */
    ProgramAnswer answer(Map<String, String> facts) {
        if (services.size() == 1) {
            return new ProgramAnswer(List.of(answer(services.get(0), facts)));
        }
        return new ProgramAnswer(
                services.stream().map(service -> answer(service, facts)).toList());
    }

    private static ServiceAnswer answer(ServiceEvaluation service, Map<String, String> facts) {
        return service.answer(ServiceFacts.seenBy(service.service(), facts));
    }

    /**
     * Decide, and say why.
     *
     * @param subject the patient's or the case's id
     * @param month the service month
     * @param enrolled the program of the enrollment or case, which these rules may judge for another
     * @param facts the facts by name
     * @param further findings to add
     */
    Determination decide(
            String subject, ServiceMonth month, String enrolled, Map<String, String> facts, List<Finding> further) {
        return decide(new Subject(subject, month, enrolled), facts, further, true);
    }

    /** Decide, and say why only if it is to be {@code explained}. */
    Determination decide(Subject subject, Map<String, String> facts, List<Finding> further, boolean explained) {
        ProgramAnswer answer = answer(facts);
        if (!explained) {
            return determination(subject, facts, answer, List.of(), answer.codes(), further);
        }
        List<Finding> findings = new ArrayList<>(answer.explanation());
        findings.addAll(Alternatives.of(answer));
        findings.addAll(StandingCodes.of(answer.services(), facts, Set.of()).findings());
        return determination(subject, facts, answer, findings, answer.codes(), further);
    }

    /**
     * Whom a determination is about.
     *
     * @param id the patient's or the case's id
     * @param month the service month
     * @param program the program of the enrollment or case
     */
    record Subject(String id, ServiceMonth month, String program) {}

    private Determination determination(
            Subject subject,
            Map<String, String> facts,
            ProgramAnswer answer,
            List<Finding> explanation,
            List<CodeLine> codes,
            List<Finding> further) {
        List<Finding> findings = new ArrayList<>(explanation);
        findings.addAll(further);
        findings.addAll(answer.rulings());
        Status status = answer.status();
        return new Determination(
                subject.id(),
                subject.month(),
                subject.program(),
                status,
                codes,
                answer.amount(findings),
                answer.reason(),
                time(facts, "staff_seconds"),
                time(facts, "practitioner_seconds"),
                status == Status.NO_BILL ? Optional.empty() : Optional.of(answer.day()),
                Optional.of(parts().ref()),
                facts,
                CanonicalFacts.sha256(facts),
                findings);
    }

    /**
     * Decide a case: the answer covers the whole set, so codes of other services that stand are part of it.
     *
     * @param guests what the rules of other programs say to codes they judge
     * @param further findings to add
     */
    Determination decideWhole(Subject subject, Map<String, String> facts, CaseGuests guests, List<Finding> further) {
        ProgramAnswer answer = answer(facts);
        StandingCodes standing = StandingCodes.of(answer.services(), facts, guests.refused());
        List<CodeLine> codes = together(answer.codes(), standing, facts);
        codes.addAll(guests.asked());
        List<Finding> findings = new ArrayList<>(answer.explanation());
        findings.addAll(Alternatives.of(answer));
        findings.addAll(standing.findings());
        Determination decided = determination(subject, facts, answer, findings, codes, further);
        String reason = guests.firstReason(decided.reason(), parts());
        Determination own = CaseAnswers.withReason(decided, reason, decided.findings());
        boolean stands = own.status() == Status.NO_BILL && !codes.isEmpty();
        return stands ? CaseAnswers.standing(own, answer.day()) : own;
    }

    static List<CodeLine> together(List<CodeLine> own, StandingCodes standing, Map<String, String> facts) {
        List<CodeLine> all = new ArrayList<>();
        Optional<CodeLine> visit = standing.visit(facts);
        visit.ifPresent(all::add);
        all.addAll(own);
        Set<String> billed = own.stream().map(CodeLine::code).collect(Collectors.toSet());
        standing.ours().stream()
                .filter(line -> visit.isEmpty() || !line.equals(visit.get()))
                .filter(line -> !billed.contains(line.code()))
                .forEach(all::add);
        if (all.isEmpty() || standing.theirs().isEmpty()) {
            return all;
        }
        List<CodeLine> named = all.stream()
                .map(line -> new CodeLine(line.code(), line.modifier(), line.units(), "P1"))
                .collect(Collectors.toCollection(ArrayList::new));
        named.addAll(standing.theirs());
        return named;
    }

    private static CareTime time(Map<String, String> facts, String name) {
        return new CareTime(FactText.count(facts.getOrDefault(name, "0")).orElse(0L));
    }
}

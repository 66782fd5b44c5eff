package health.medley.billing.internal;

import health.medley.billing.internal.ProgramEvaluation.Subject;
import health.medley.billing.internal.facts.CaseFacts;
import health.medley.billing.internal.facts.CaseMonth;
import health.medley.billing.internal.facts.FactText;
import health.medley.billing.internal.facts.Programs;
import health.medley.billing.internal.plan.FactVocabulary;
import health.medley.billing.internal.plan.FallBack;
import health.medley.core.Finding;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.CaseVerdict;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import health.medley.core.practice.OtherCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Evaluate the rows of a case file, each by itself: by the rules of the declared program, or of clinics where the
 * practice is one; by the program it falls back to; and by those that judge a code beside it.
 */
final class CaseEvaluation {
    private static final String TRACK = "declared_track";
    private static final String FIRST_TRACK = "staff";

    private final String file;
    private final CaseRules rules;
    private final CaseComparison comparison;

    /** Evaluate rows of {@code file}. */
    CaseEvaluation(String file, CaseRules rules) {
        this.file = file;
        this.rules = rules;
        this.comparison = new CaseComparison(file);
    }

    /** A case whose rules are found and whose facts are made. */
    private record Case(
            ProgramEvaluation program,
            CaseFacts row,
            ServiceMonth month,
            Map<String, String> facts,
            List<Finding> findings) {
        boolean known(String setting, String track) {
            LocalDate day =
                    FactText.day(facts.getOrDefault("date_of_service", "")).orElse(month.lastDay());
            return program.knows(setting, day, track);
        }
    }

    CaseResult evaluate(CaseRow row) {
        String id = row.columns().getOrDefault("id", "");
        CaseFacts first = CaseFacts.read(file, row, FactVocabulary.platform());
        if (first.month().isEmpty()) {
            return unreadable(row, id, first);
        }
        if (first.parameters().isEmpty()) {
            return evaluate(row, first);
        }
        try {
            return new CaseEvaluation(file, rules.with(first.parameters())).evaluate(row, first);
        } catch (MedleyException e) {
            String set = first.parameters().toString();
            InputProblem problem = new InputProblem(
                    file, row.line(), "extra_facts", set, e.getMessage(), "Set parameters the rules have.");
            return new CaseResult(
                    row.line(), id, CaseVerdict.UNREADABLE, Optional.empty(), List.of(), List.of(problem));
        }
    }

    private CaseResult evaluate(CaseRow row, CaseFacts first) {
        String id = row.columns().getOrDefault("id", "");
        ServiceMonth month = first.month().orElseThrow();
        String track = track(row);
        String program = Programs.platform().ofTrack(track);
        String setting = first.cells().getOrDefault("setting", CaseMonth.SETTING);
        Optional<Case> found = clinic(row, month, setting, track)
                .or(() -> rules.declared(program, month).map(own -> readBy(own, row, month)));
        CaseFacts read = found.map(Case::row).orElse(first);
        if (!read.problems().isEmpty()) {
            return unreadable(row, id, read);
        }
        CaseGuests guests = new CaseGuests();
        List<ProgramEvaluation> judging = rules.judging(CaseGuests.codes(read), month, program);
        judging.forEach(guest -> guests.judge(guest, read, month));
        if (found.isEmpty() || !found.get().known(setting, track)) {
            Determination none = NoRules.answer(id, month, program, NoRules.why(program, month, setting, track));
            return comparison.judged(row, id, none, Optional.empty(), List.of());
        }
        Case own = found.get();
        List<String> unused = unused(own, judging);
        Determination answer = answer(own, new Subject(id, month, program), row, guests, unused);
        return comparison.judged(row, id, answer, Optional.of(own.program().parts()), unused);
    }

    private static String track(CaseRow row) {
        String track = row.columns().getOrDefault(TRACK, FIRST_TRACK).strip();
        return track.isEmpty() ? FIRST_TRACK : track;
    }

    /** The case under the rules for clinics, if the practice is one and they apply to it. */
    private Optional<Case> clinic(CaseRow row, ServiceMonth month, String setting, String track) {
        return Programs.platform()
                .ofSetting(setting)
                .flatMap(clinic -> rules.declared(clinic, month))
                .map(found -> readBy(found, row, month))
                .filter(found -> found.program().applies(found.facts()) && found.known(setting, track));
    }

    private Case readBy(ProgramEvaluation program, CaseRow row, ServiceMonth month) {
        CaseFacts facts = CaseFacts.read(file, row, program.parts().slots().vocabulary());
        if (!facts.problems().isEmpty()) {
            return new Case(program, facts, month, Map.of(), List.of());
        }
        String declared = Programs.platform().ofTrack(track(row));
        SetEntry entry = new SetEntry(program, declared, OtherCode.US, List.of(), facts(program, facts, month));
        List<Finding> findings = MonthSet.settle(List.of(entry)).get(0);
        return new Case(program, facts, month, entry.facts(), findings);
    }

    /** The facts of a case, with what each service sees otherwise. */
    private static Map<String, String> facts(ProgramEvaluation program, CaseFacts row, ServiceMonth month) {
        Map<String, String> facts = new TreeMap<>(CaseMonth.facts(row, month, program.parts()));
        List<ServiceEvaluation> services = program.services();
        for (ServiceEvaluation service : services.subList(1, services.size())) {
            ServiceFacts.write(service.service(), CaseMonth.facts(row, month, service.parts()), facts);
        }
        return facts;
    }

    private Determination answer(Case own, Subject subject, CaseRow row, CaseGuests guests, List<String> unused) {
        List<Finding> notes = new ArrayList<>(own.findings());
        for (String name : unused) {
            notes.add(Finding.of("FACT_UNUSED", Outcome.NOTE, "The rules do not use the fact " + name + "."));
        }
        notes.addAll(guests.findings());
        Determination answer = own.program().decideWhole(subject, own.facts(), guests, notes);
        ProgramAnswer alone = own.program().answer(own.facts());
        Optional<FallBack> back = own.program().rules().fallsBackTo();
        if (back.isEmpty() || alone.status() != Status.NO_BILL || !alone.isAsked()) {
            return answer;
        }
        return fallBack(own, back.get(), subject, row, guests)
                .map(other -> fallenBack(answer, other, back.get()))
                .orElse(answer);
    }

    private static Determination fallenBack(Determination declared, Determination other, FallBack back) {
        List<Finding> findings = new ArrayList<>(declared.findings());
        findings.add(new Finding(
                "FALLS_BACK",
                Outcome.NOTE,
                "What is declared cannot be billed; the track " + back.track() + " of " + back.program() + " can.",
                Map.of(),
                Optional.of(back.clause().clause()),
                Optional.empty()));
        findings.addAll(other.findings());
        return CaseAnswers.fallenBack(declared, other, findings);
    }

    /** The case under the program that is tried where the declared one bills nothing, if that bills. */
    private Optional<Determination> fallBack(
            Case declared, FallBack back, Subject subject, CaseRow row, CaseGuests guests) {
        Map<String, String> columns = new LinkedHashMap<>(row.columns());
        columns.put(TRACK, back.track());
        CaseRow tried = new CaseRow(row.line(), columns);
        return rules.other(back.program(), declared.month())
                .map(program -> readBy(program, tried, declared.month()))
                .filter(found -> found.row().problems().isEmpty())
                .filter(found -> found.known(declared.facts().getOrDefault("setting", CaseMonth.SETTING), back.track()))
                .filter(found -> found.program().answer(found.facts()).status() != Status.NO_BILL)
                .filter(found -> !found.program().answer(found.facts()).codes().isEmpty())
                .map(found -> found.program().decideWhole(subject, found.facts(), guests, List.of()));
    }

    private static List<String> unused(Case own, List<ProgramEvaluation> judging) {
        Set<String> used = new TreeSet<>();
        List<ServiceEvaluation> services = new ArrayList<>(own.program().services());
        judging.forEach(guest -> services.addAll(guest.services()));
        services.forEach(service -> used.addAll(service.parts().slots().used()));
        return own.row().given(own.program().parts().slots().vocabulary()).entrySet().stream()
                .filter(given -> given.getValue().stream().noneMatch(used::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    private static CaseResult unreadable(CaseRow row, String id, CaseFacts facts) {
        return new CaseResult(row.line(), id, CaseVerdict.UNREADABLE, Optional.empty(), List.of(), facts.problems());
    }
}

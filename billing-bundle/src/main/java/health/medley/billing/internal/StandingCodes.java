package health.medley.billing.internal;

import health.medley.billing.internal.facts.FactRow;
import health.medley.billing.internal.plan.Check;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.billing.CodeLine;
import health.medley.core.practice.OtherCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Say which codes already on a claim stand beside the answer.
 *
 * @param ours our codes that stand, the initiating visit's first
 * @param theirs codes of other practitioners that stand
 * @param findings a finding for each code that has no effect
 */
record StandingCodes(List<CodeLine> ours, List<CodeLine> theirs, List<Finding> findings) {

    /**
     * Judge the codes on a claim.
     *
     * @param answers the answers of every service, each of which may refuse a code
     * @param facts the facts of all services
     * @param refused codes of ours that rules of other programs refuse
     */
    static StandingCodes of(List<ServiceAnswer> answers, Map<String, String> facts, Set<String> refused) {
        List<CodeLine> ours = new ArrayList<>();
        List<CodeLine> theirs = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<OtherCode> others = FactRow.otherCodes(facts);
        if (others.isEmpty()) {
            return new StandingCodes(ours, theirs, findings);
        }
        String visit = visitCode(facts);
        LocalDate day = answers.get(0).day();
        List<List<Check>> firing = answers.stream().map(ServiceAnswer::firing).toList();
        for (OtherCode code : others) {
            boolean us = code.practitioner().equals(OtherCode.US);
            if (answers.stream()
                    .anyMatch(answer -> !FactRow.validOn(answer.evaluation().plan(), code.code(), day))) {
                findings.add(notValid(code, day));
                continue;
            }
            List<Check.OtherCodes> about = about(answers, firing, code);
            if (!(us && refused.contains(code.code())) && about.stream().noneMatch(Check.OtherCodes::refused)) {
                CodeLine line = new CodeLine(code.code(), modifier(about), 1, us ? "" : code.practitioner());
                (us ? ours : theirs).add(us && code.code().equals(visit) ? 0 : (us ? ours : theirs).size(), line);
            }
        }
        return new StandingCodes(ours, theirs, findings);
    }

    private static List<Check.OtherCodes> about(List<ServiceAnswer> answers, List<List<Check>> firing, OtherCode code) {
        List<Check.OtherCodes> about = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            for (Check check : firing.get(i)) {
                if (answers.get(i).isAbout(check, code)) {
                    about.add(check.other().orElseThrow());
                }
            }
        }
        return about;
    }

    private static String modifier(List<Check.OtherCodes> about) {
        return about.stream()
                .map(Check.OtherCodes::modifier)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The visit that started the program, if it is among our codes. */
    Optional<CodeLine> visit(Map<String, String> facts) {
        String visit = visitCode(facts);
        return ours.stream().filter(line -> line.code().equals(visit)).findFirst();
    }

    private static String visitCode(Map<String, String> facts) {
        return facts.getOrDefault("initiating_visit", "").split("@")[0];
    }

    private static Finding notValid(OtherCode code, LocalDate day) {
        return Finding.of(
                "CODE_NOT_VALID_FOR_DOS",
                Outcome.WARNING,
                "The code " + code + " is not valid on " + day + " and has no effect.");
    }
}

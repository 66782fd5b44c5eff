package health.medley.billing.internal;

import health.medley.billing.internal.facts.FactRow;
import health.medley.billing.internal.plan.Check;
import health.medley.billing.internal.plan.CodeGroup;
import health.medley.billing.internal.plan.FactView;
import health.medley.billing.internal.plan.RulePlan;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.billing.CodeLine;
import health.medley.core.practice.OtherCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Say which codes of other services stand beside the answer.
 *
 * @param ours our codes that stand, the initiating visit's first
 * @param theirs codes of other practitioners that stand
 * @param findings a finding for each code that has no effect
 */
record StandingCodes(List<CodeLine> ours, List<CodeLine> theirs, List<Finding> findings) {

    static StandingCodes of(RulePlan plan, FactView row, Map<String, String> facts, long lines, LocalDate day) {
        List<CodeLine> ours = new ArrayList<>();
        List<CodeLine> theirs = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Check> firing = plan.parts().checks().stream()
                .filter(check -> check.other().isPresent() && plan.fires(check, row, lines))
                .toList();
        String visit = facts.getOrDefault("initiating_visit", "").split("@")[0];
        for (OtherCode code : FactRow.otherCodes(facts)) {
            boolean us = code.practitioner().equals(OtherCode.US);
            if (!FactRow.validOn(plan, code.code(), day)) {
                findings.add(notValid(code, day));
                continue;
            }
            List<Check.OtherCodes> about = firing.stream()
                    .map(check -> check.other().orElseThrow())
                    .filter(other -> us ? other.byUs() : other.byOthers())
                    .filter(other -> in(plan, other.group(), code.code()))
                    .toList();
            if (about.stream().noneMatch(Check.OtherCodes::refused)) {
                String modifier = about.stream()
                        .map(Check.OtherCodes::modifier)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
                CodeLine line = new CodeLine(code.code(), modifier, 1, us ? "" : code.practitioner());
                (us ? ours : theirs).add(us && code.code().equals(visit) ? 0 : (us ? ours : theirs).size(), line);
            }
        }
        return new StandingCodes(ours, theirs, findings);
    }

    /** The visit that started the program, if it is among our codes. */
    Optional<CodeLine> visit(Map<String, String> facts) {
        String visit = facts.getOrDefault("initiating_visit", "").split("@")[0];
        return ours.stream().filter(line -> line.code().equals(visit)).findFirst();
    }

    private static boolean in(RulePlan plan, String group, String code) {
        return plan.parts().groups().stream()
                .filter(one -> one.name().equals(group))
                .map(CodeGroup::codes)
                .anyMatch(codes -> codes.contains(code));
    }

    private static Finding notValid(OtherCode code, LocalDate day) {
        return Finding.of(
                "CODE_NOT_VALID_FOR_DOS",
                Outcome.WARNING,
                "The code " + code + " is not valid on " + day + " and has no effect.");
    }
}

package health.medley.billing.internal;

import health.medley.billing.internal.facts.CaseFacts;
import health.medley.billing.internal.facts.CaseMonth;
import health.medley.billing.internal.facts.FactRow;
import health.medley.billing.internal.plan.PlanParts;
import health.medley.core.Finding;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Status;
import health.medley.core.practice.OtherCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Ask the rules of other programs whether codes of ours stand that those programs judge. For one case. */
final class CaseGuests {
    private final Set<String> refused = new TreeSet<>();
    private final List<CodeLine> asked = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<PlanParts> judges = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Our codes that a case is about, already on a claim or asked for. */
    static Set<String> codes(CaseFacts facts) {
        Set<String> codes = new TreeSet<>(requested(facts));
        codes.addAll(claimed(facts));
        return codes;
    }

    private static Set<String> claimed(CaseFacts facts) {
        Map<String, String> others = Map.of("other_codes", facts.cells().getOrDefault("other_codes_same_month", ""));
        return FactRow.otherCodes(others).stream()
                .filter(code -> code.practitioner().equals(OtherCode.US))
                .map(OtherCode::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> requested(CaseFacts facts) {
        return Arrays.stream(facts.extra().getOrDefault("requested", "").split("\\+"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Let the rules of a program judge the codes that are theirs to judge. */
    void judge(ProgramEvaluation guest, CaseFacts row, ServiceMonth month) {
        Map<String, String> facts = facts(guest, row, month);
        ProgramAnswer answer = guest.answer(facts);
        Set<String> claimed = claimed(row);
        for (String code : guest.rules().judges()) {
            if (answer.status() == Status.NO_BILL && codes(row).contains(code)) {
                refused.add(code);
            }
        }
        for (CodeLine line : answer.codes()) {
            if (guest.rules().judges().contains(line.code()) && !claimed.contains(line.code())) {
                asked.add(line);
            }
        }
        reasons.add(answer.reason());
        judges.add(guest.parts());
        findings.addAll(answer.explanation());
    }

    /** The guest sees what a case of its own would say: its only track, and its code not on a claim but to be judged. */
    private static Map<String, String> facts(ProgramEvaluation guest, CaseFacts row, ServiceMonth month) {
        Map<String, String> facts = new TreeMap<>(CaseMonth.facts(row, month, guest.parts()));
        guest.parts().tracks().keySet().stream()
                .filter(track -> !track.equals(PlanParts.ANY_TRACK))
                .findFirst()
                .ifPresent(track -> facts.put("declared_track", track));
        facts.remove("base_billed");
        facts.put(
                "other_codes",
                FactRow.otherCodes(facts).stream()
                        .filter(code -> !code.practitioner().equals(OtherCode.US)
                                || !guest.rules().judges().contains(code.code()))
                        .map(OtherCode::toString)
                        .collect(Collectors.joining(";")));
        return facts;
    }

    /** Codes of ours that do not stand. */
    Set<String> refused() {
        return refused;
    }

    /** Codes that somebody asks for and that may go. */
    List<CodeLine> asked() {
        return asked;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The reason that goes first, of the program's own and of those of the judges, where one order knows both. */
    String firstReason(String own, PlanParts parts) {
        String first = own;
        List<String> order = parts.order();
        for (int i = 0; i < reasons.size(); i++) {
            String reason = reasons.get(i);
            List<String> known = order.contains(reason) && order.contains(first)
                    ? order
                    : judges.get(i).order();
            boolean both = known.contains(reason) && known.contains(first);
            boolean earlier = both && known.indexOf(reason) < known.indexOf(first);
            first = !reason.equals("OK") && (first.equals("OK") || earlier) ? reason : first;
        }
        return first;
    }
}

package health.medley.cli.internal.command;

import health.medley.core.CareTime;
import health.medley.core.Clause;
import health.medley.core.Finding;
import health.medley.core.InputProblem;
import health.medley.core.Money;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.CaseVerdict;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import health.medley.core.rules.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides by one rule that can be worked out by hand: 20 minutes, or what the rules say, are billed as 99490. */
final class FakeDecisions {

    private FakeDecisions() {}

    static CaseResult result(RuleSet rules, String file, CaseRow row) {
        Map<String, String> columns = row.columns();
        String minutes = columns.getOrDefault("staff_minutes", "");
        if (!minutes.matches("\\d+")) {
            InputProblem problem = new InputProblem(
                    file, row.line(), "staff_minutes", minutes, "This is not a number.", "Write minutes.");
            return new CaseResult(
                    row.line(),
                    columns.getOrDefault("id", ""),
                    CaseVerdict.UNREADABLE,
                    Optional.empty(),
                    List.of(),
                    List.of(problem));
        }
        Determination answer = decide(
                rules,
                columns.getOrDefault("id", ""),
                "ccm",
                ServiceMonth.parse(columns.getOrDefault("service_month", "2025-03")),
                Long.parseLong(minutes) * 60);
        CaseVerdict verdict = CaseVerdict.NOT_JUDGED;
        if (columns.containsKey("expected_status")) {
            verdict = answer.status().name().equals(columns.get("expected_status"))
                    ? CaseVerdict.MATCH
                    : CaseVerdict.DIFFER;
        }
        if ("yes".equals(columns.get("doubtful"))) {
            verdict = CaseVerdict.DOUBTFUL;
        }
        List<InputProblem> differs = verdict == CaseVerdict.DIFFER
                ? List.of(new InputProblem(
                        file, row.line(), "expected_status", "", "The case expects something else.", "Mend it."))
                : List.of();
        return new CaseResult(
                row.line(), columns.getOrDefault("id", ""), verdict, Optional.of(answer), List.of(), differs);
    }

    static Determination decide(RuleSet rules, String patient, String program, ServiceMonth month, long seconds) {
        if (!rules.covers(program, month)) {
            return unknown(patient, program, month);
        }
        long needed = 60 * minutes(rules);
        boolean enough = seconds >= needed;
        Clause clause = new Clause("codes/99490.yaml", "time", "Official source", "2021-01-01");
        Finding finding = enough
                ? new Finding(
                        "OK", Outcome.MET, "All requirements are met.", Map.of(), Optional.of(clause), Optional.empty())
                : new Finding(
                        "TIME_BELOW_20",
                        Outcome.FAILED,
                        "Fewer than 20 minutes count.",
                        Map.of("staff_seconds", Long.toString(seconds)),
                        Optional.of(clause),
                        Optional.of(
                                new CareTime(needed - seconds).inWords() + " more clinical-staff time gives 99490."));
        return new Determination(
                patient,
                month,
                program,
                enough ? Status.BILL : Status.NO_BILL,
                enough ? List.of(new CodeLine("99490", "", 1, "")) : List.of(),
                enough ? Money.parse("60.49") : Money.ZERO,
                enough ? "OK" : "TIME_BELOW_20",
                new CareTime(seconds),
                CareTime.NONE,
                enough ? Optional.of(month.lastDay()) : Optional.empty(),
                Optional.of(rules.ref()),
                Map.of("staff_seconds", Long.toString(seconds)),
                "f".repeat(64),
                List.of(finding));
    }

    /** The one number of the rules: what stands in {@code codes/99490.yaml}, else 20. */
    private static long minutes(RuleSet rules) {
        Matcher number =
                Pattern.compile("at-least: (\\d+) min").matcher(rules.files().getOrDefault("codes/99490.yaml", ""));
        return number.find() ? Long.parseLong(number.group(1)) : 20;
    }

    private static Determination unknown(String patient, String program, ServiceMonth month) {
        return new Determination(
                patient,
                month,
                program,
                Status.UNKNOWN,
                List.of(),
                Money.ZERO,
                "NO_RULES",
                CareTime.NONE,
                CareTime.NONE,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "0".repeat(64),
                List.of(Finding.of("NO_RULES", Outcome.FAILED, "No installed rules know the program.")));
    }
}

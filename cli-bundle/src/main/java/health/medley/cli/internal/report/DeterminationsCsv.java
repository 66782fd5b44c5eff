package health.medley.cli.internal.report;

import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.rules.RuleRef;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Names the columns of {@code determinations.csv} and makes its rows. */
public final class DeterminationsCsv {

    /** The file's name. */
    public static final String FILE = "determinations.csv";
    /** The file's columns. */
    public static final List<String> COLUMNS = List.of(
            "patient",
            "month",
            "program",
            "status",
            "codes",
            "units",
            "amount",
            "reason",
            "staff_seconds",
            "practitioner_seconds",
            "date_of_service",
            "rules",
            "rules_hash",
            "facts_hash");

    private DeterminationsCsv() {}

    /** The row of a determination. */
    public static List<String> row(Determination determination) {
        return List.of(
                determination.patient(),
                determination.month().toString(),
                determination.program(),
                determination.status().name(),
                codes(determination),
                Integer.toString(determination.units()),
                determination.amount().toString(),
                determination.reason(),
                Long.toString(determination.staff().seconds()),
                Long.toString(determination.practitioner().seconds()),
                determination.dateOfService().map(LocalDate::toString).orElse(""),
                determination.rules().map(RuleRef::toString).orElse(""),
                determination.rules().map(RuleRef::sha256).orElse(""),
                determination.factsHash());
    }

    /** Codes as files have them: {@code 99490x1;99439x2}. */
    public static String codes(Determination determination) {
        return determination.codes().stream().map(CodeLine::toString).collect(Collectors.joining(";"));
    }
}

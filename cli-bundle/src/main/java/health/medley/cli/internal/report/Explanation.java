package health.medley.cli.internal.report;

import health.medley.core.Clause;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds in a determination the words and the clause behind its reason. */
public final class Explanation {

    /** The reason where there is none. */
    private static final String NOTHING = "OK";

    private Explanation() {}

    /** The reason in words; the reason's code where no finding puts it in words. */
    public static String inWords(Determination determination) {
        String otherwise = determination.reason().equals(NOTHING) ? "Nothing is refused." : determination.reason();
        return reason(determination).map(Finding::sentence).orElse(otherwise);
    }

    /** The clause the reason rests on; empty text where it rests on none. */
    public static String clause(Determination determination) {
        return reason(determination)
                .flatMap(Finding::clause)
                .map(Clause::toString)
                .orElse("");
    }

    /**
     * The clauses the answer rests on, each once, in the order used: those of the codes and the reason, and those of
     * what is not met, held or noted. What is simply met stands in the findings.
     */
    public static String clauses(Determination determination) {
        Set<String> decisive =
                determination.codes().stream().map(CodeLine::code).collect(Collectors.toSet());
        decisive.add(determination.reason());
        return determination.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.MET || decisive.contains(finding.code()))
                .flatMap(finding -> finding.clause().stream())
                .map(Clause::toString)
                .distinct()
                .collect(Collectors.joining(";"));
    }

    /** The clauses behind the codes, in their order. */
    public static String ofCodes(Determination determination) {
        return determination.codes().stream()
                .flatMap(line -> determination.findings().stream()
                        .filter(finding -> finding.code().equals(line.code()))
                        .flatMap(finding -> finding.clause().stream())
                        .limit(1))
                .map(Clause::toString)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Status, codes and reason in one line. */
    public static String answer(Determination determination) {
        String codes = DeterminationsCsv.codes(determination);
        return determination.status() + (codes.isEmpty() ? "" : " " + codes) + " " + determination.reason();
    }

    /** The finding behind the reason: one that is not met, if there is one. */
    public static Optional<Finding> reason(Determination determination) {
        List<Finding> named = determination.findings().stream()
                .filter(finding -> finding.code().equals(determination.reason()))
                .toList();
        return named.stream()
                .filter(finding -> finding.outcome() != Outcome.MET)
                .findFirst()
                .or(() -> named.stream().findFirst());
    }
}

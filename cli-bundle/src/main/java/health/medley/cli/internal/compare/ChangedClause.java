package health.medley.cli.internal.compare;

import health.medley.cli.internal.report.Explanation;
import health.medley.core.Clause;
import health.medley.core.Finding;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the clause that made one answer differ from another: what the answers rest on, in a file that was changed. */
final class ChangedClause {

    private static final String NOTHING_REFUSED = "OK";
    private static final String MONTHS = "program.yaml#months";
    private static final String FEES = "fees.csv";

    private final Set<String> changedFiles;

    ChangedClause(RuleSet before, RuleSet after) {
        Set<String> changed = new TreeSet<>(before.files().keySet());
        changed.addAll(after.files().keySet());
        changed.removeIf(
                file -> Objects.equals(before.files().get(file), after.files().get(file)));
        this.changedFiles = Set.copyOf(changed);
    }

    /** The clause as {@code file#path}; empty text if none can be named. */
    String of(Optional<Determination> before, Optional<Determination> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return MONTHS;
        }
        Determination was = before.get();
        Determination is = after.get();
        boolean onlyMoney = was.status() == is.status()
                && was.codes().equals(is.codes())
                && was.reason().equals(is.reason())
                && was.dateOfService().equals(is.dateOfService());
        if (onlyMoney) {
            return FEES;
        }
        List<Clause> candidates = candidates(was, is);
        return candidates.stream()
                .filter(clause -> changedFiles.contains(clause.file()))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(Clause::toString)
                .orElse("");
    }

    /** The clauses behind the reason that refuses, those of the codes that differ, then any on which only one rests. */
    private static List<Clause> candidates(Determination was, Determination is) {
        List<Clause> candidates = new ArrayList<>();
        if (!was.reason().equals(is.reason())) {
            Determination refusing = is.reason().equals(NOTHING_REFUSED) ? was : is;
            Explanation.reason(refusing).flatMap(Finding::clause).ifPresent(candidates::add);
        }
        Set<CodeLine> differing = new HashSet<>(is.codes());
        differing.removeAll(was.codes());
        Set<CodeLine> gone = new HashSet<>(was.codes());
        gone.removeAll(is.codes());
        differing.addAll(gone);
        List<Finding> findings = added(was, is);
        findings.addAll(added(is, was));
        findings.stream()
                .filter(finding -> differing.stream().anyMatch(line -> about(finding, line)))
                .forEach(finding -> finding.clause().ifPresent(candidates::add));
        findings.forEach(finding -> finding.clause().ifPresent(candidates::add));
        return candidates;
    }

    /** What only the second of two answers says. */
    private static List<Finding> added(Determination one, Determination other) {
        List<Finding> added = new ArrayList<>(other.findings());
        added.removeAll(one.findings());
        return added;
    }

    private static boolean about(Finding finding, CodeLine line) {
        return finding.code().equals(line.code())
                || finding.clause()
                        .filter(clause -> clause.file().contains(line.code()))
                        .isPresent();
    }
}

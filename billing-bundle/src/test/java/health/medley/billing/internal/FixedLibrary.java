package health.medley.billing.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSet;
import health.medley.core.rules.RuleSummary;
import java.nio.file.Path;
import java.util.List;

/** A library of given rule sets. */
public record FixedLibrary(List<RuleSet> sets) implements RuleLibrary {
    private static final FixedLibrary SHIPPED = new FixedLibrary(RuleFolder.all());

    public static FixedLibrary shipped() {
        return SHIPPED;
    }

    @Override
    public RuleSet find(Caller caller, String program, ServiceMonth month) {
        return sets.stream()
                .filter(set -> set.covers(program, month))
                .findFirst()
                .orElseThrow(
                        () -> new MedleyException(ErrorCode.RULES_ABSENT, "No rules for " + program + " " + month));
    }

    @Override
    public List<String> programs(Caller caller, ServiceMonth month) {
        return sets.stream()
                .filter(set -> set.covers(set.program(), month))
                .map(RuleSet::program)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<RuleSummary> list(Caller caller) {
        return sets.stream()
                .map(set -> new RuleSummary(set.ref(), set.program(), set.from(), set.to(), true, "It is given."))
                .toList();
    }

    @Override
    public RuleSet read(Caller caller, Path archive) {
        throw new MedleyException(ErrorCode.FILE_UNREADABLE, "Tests read no archives");
    }
}

package health.medley.switchboard.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleRef;
import health.medley.core.rules.RuleSet;
import health.medley.core.rules.RuleSummary;
import health.medley.switchboard.internal.rules.RuleArchiveReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hand out the rule sets of installed bundles, by the caller's routing. */
final class BundleRuleLibrary implements RuleLibrary {
    private final Switchboard switchboard;
    private final RuleArchiveReader reader = new RuleArchiveReader();

    BundleRuleLibrary(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public RuleSet find(Caller caller, String program, ServiceMonth month) {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(month, "month");
        RuleRoutes rules = switchboard.routing().tableOf(caller.pin()).rules();
        List<RuleSet> found = rules.covering(program, month);
        if (found.size() == 1) {
            return found.get(0);
        }
        String asked = "Finding the rules of program \"" + program + "\" for " + month + ": ";
        if (found.isEmpty()) {
            throw new MedleyException(
                    ErrorCode.RULES_ABSENT,
                    asked + "no active rule set covers them. Active are: " + listed(rules)
                            + ". Install a rule bundle for that month, or choose a version with activate.");
        }
        throw new MedleyException(
                ErrorCode.RULES_ABSENT,
                asked + "several active rule sets cover them ("
                        + found.stream().map(set -> set.ref().toString()).collect(Collectors.joining(", "))
                        + "). Choose one with activate, or name it in the setting " + Settings.CHOSEN + ".");
    }

    @Override
    public List<String> programs(Caller caller, ServiceMonth month) {
        Objects.requireNonNull(month, "month");
        return switchboard.routing().tableOf(caller.pin()).rules().all().stream()
                .map(RuleRoutes.Active::set)
                .filter(set -> set.covers(set.program(), month))
                .map(RuleSet::program)
                .distinct()
                .sorted()
                .toList();
    }

    private static String listed(RuleRoutes rules) {
        return rules.all().isEmpty()
                ? "none"
                : rules.all().stream()
                        .map(active -> active.set().ref() + " (" + active.set().program() + ", "
                                + active.set().from() + " to " + active.set().to() + ")")
                        .collect(Collectors.joining(", "));
    }

    @Override
    public List<RuleSummary> list(Caller caller) {
        RoutingTable table = switchboard.routing().tableOf(caller.pin());
        synchronized (switchboard.lock()) {
            return switchboard.shelf().all().stream()
                    .map(set -> summary(set, table))
                    .toList();
        }
    }

    private RuleSummary summary(RuleSet set, RoutingTable table) {
        RuleRoutes.Active active = table.rules().named(set.ref().name());
        boolean answers = active != null && active.set().ref().equals(set.ref());
        return new RuleSummary(
                set.ref(),
                set.program(),
                set.from(),
                set.to(),
                answers,
                RuleWhy.of(set, active, switchboard.choices()));
    }

    @Override
    public Optional<RuleSet> installed(Caller caller, RuleRef ref) {
        Objects.requireNonNull(ref, "ref");
        RuleRoutes.Active active =
                switchboard.routing().tableOf(caller.pin()).rules().named(ref.name());
        if (active != null && active.set().ref().equals(ref)) {
            return Optional.of(active.set());
        }
        synchronized (switchboard.lock()) {
            return Optional.ofNullable(switchboard.shelf().find(ref.name(), ref.version()))
                    .filter(set -> set.ref().equals(ref));
        }
    }

    @Override
    public RuleSet read(Caller caller, Path archive) {
        Objects.requireNonNull(archive, "archive");
        return reader.read(archive);
    }
}

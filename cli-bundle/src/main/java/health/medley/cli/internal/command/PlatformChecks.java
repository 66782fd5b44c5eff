package health.medley.cli.internal.command;

import health.medley.core.Caller;
import health.medley.core.Origin;
import health.medley.core.ServiceMonth;
import health.medley.core.ports.PortStatus;
import health.medley.core.ports.Ports;
import health.medley.core.ports.Readiness;
import health.medley.core.rules.RuleSummary;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at the platform itself: whether its ports are filled, by which bundles, and which months have rules. */
final class PlatformChecks {

    private PlatformChecks() {}

    static List<Check> ports(Ports ports, Caller caller) {
        List<Check> checks = new ArrayList<>();
        Readiness readiness = ports.readiness(caller);
        checks.add(
                readiness.ready()
                        ? Check.ok("Platform", "ready, routing " + readiness.routing())
                        : Check.broken("Platform", "not ready", String.join(" ", readiness.reasons())));
        TreeSet<String> bundles = new TreeSet<>();
        for (PortStatus port : ports.status(caller)) {
            port.provider().map(Origin::toString).ifPresent(bundles::add);
            if (port.provider().isEmpty()) {
                String contract = port.contract().substring(port.contract().lastIndexOf('.') + 1);
                String subject = "Port " + contract + (port.id().equals("main") ? "" : " " + port.id());
                checks.add(
                        port.required()
                                ? Check.broken(subject, "nobody answers", port.why())
                                : Check.attention(subject, "nobody answers", port.why()));
            }
        }
        checks.add(Check.ok("Bundles", bundles.isEmpty() ? "none answers" : String.join(", ", bundles)));
        return checks;
    }

    static List<Check> rules(List<RuleSummary> installed, YearMonth now) {
        if (installed.isEmpty()) {
            return List.of(Check.attention(
                    "Rules", "none are installed", "Add a rule bundle to the bundles folder, or use --rules JAR."));
        }
        List<Check> checks = new ArrayList<>();
        Map<String, List<RuleSummary>> byProgram = installed.stream()
                .filter(RuleSummary::active)
                .collect(Collectors.groupingBy(RuleSummary::program, TreeMap::new, Collectors.toList()));
        byProgram.forEach((program, rules) -> checks.add(covered(program, rules, now)));
        installed.stream()
                .filter(rule -> !rule.active())
                .forEach(rule -> checks.add(Check.attention("Rules " + rule.ref(), "not active", rule.why())));
        return checks;
    }

    private static Check covered(String program, List<RuleSummary> rules, YearMonth now) {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (RuleSummary rule : rules) {
            for (YearMonth month = rule.from().value();
                    !month.isAfter(rule.to().value());
                    month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        List<YearMonth> gaps = new ArrayList<>();
        for (YearMonth month = months.first(); month.isBefore(months.last()); month = month.plusMonths(1)) {
            if (!months.contains(month)) {
                gaps.add(month);
            }
        }
        String subject = "Rules for " + program;
        String found = names(rules) + ": " + months.first() + " to " + months.last();
        if (!gaps.isEmpty()) {
            String missing = gaps.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
            return Check.attention(
                    subject,
                    found + ", without " + missing,
                    "Install rules for these months, or correct a bundle's months.");
        }
        return months.contains(now)
                ? Check.ok(subject, found)
                : Check.attention(
                        subject, found + "; not " + new ServiceMonth(now), "Install rules for the current month.");
    }

    private static String names(List<RuleSummary> rules) {
        return rules.stream().map(rule -> rule.ref().toString()).collect(Collectors.joining(", "));
    }
}

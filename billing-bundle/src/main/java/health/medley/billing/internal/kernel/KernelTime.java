package health.medley.billing.internal.kernel;

import health.medley.billing.internal.facts.Programs;
import health.medley.billing.internal.kernel.Proposal.Line;
import health.medley.billing.internal.plan.CodeRule;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Hold what must be true of the time of every bill: a second is billed once, and a personal code takes personal time. */
public final class KernelTime {
    private static final String POOLED = "pooled_seconds";
    private static final Set<String> OF_A_PROGRAM =
            Programs.platform().timed().stream().map(Programs.Timed::seconds).collect(Collectors.toUnmodifiableSet());

    private KernelTime() {}

    static void check(Proposal proposal, List<Finding> broken) {
        proposal.lines().forEach(line -> performer(line, proposal, broken));
        Map<String, Long> billed = new TreeMap<>();
        for (Line line : proposal.lines()) {
            if (line.rule().timeFact().endsWith("_seconds")) {
                billed.merge(source(line.rule()), seconds(line), Long::sum);
            }
        }
        billed.forEach((fact, taken) -> once(proposal, fact, taken, broken));
    }

    /** Seconds a line takes: a base its floor, an add-on those of its units. */
    public static long seconds(Line line) {
        return line.rule().addsTo().isPresent()
                ? line.units() * line.rule().each()
                : line.rule().floor();
    }

    /** The fact that bounds what a code takes: a program's own, else the time of staff and practitioner together. */
    private static String source(CodeRule rule) {
        return OF_A_PROGRAM.contains(rule.timeFact()) ? rule.timeFact() : POOLED;
    }

    private static void once(Proposal proposal, String fact, long taken, List<Finding> broken) {
        long counted = seconds(proposal, fact);
        if (taken > counted) {
            Line last = proposal.lines().get(proposal.lines().size() - 1);
            Kernel.add(
                    broken,
                    "KERNEL_TIME",
                    Outcome.HOLD,
                    "A second is billed once: " + taken + " s are billed of " + counted + " s counted.",
                    last.rule().clauses().time());
        }
    }

    private static void performer(Line line, Proposal proposal, List<Finding> broken) {
        CodeRule rule = line.rule();
        boolean personal = rule.performedBy().equals("practitioner") && rule.timeSlot() >= 0;
        if (personal && !stated(rule, proposal) && seconds(proposal, "practitioner_seconds") < needed(line)) {
            Kernel.add(
                    broken,
                    "KERNEL_PERFORMER",
                    Outcome.HOLD,
                    "A practitioner's personal code needs the practitioner's own time.",
                    rule.clauses().time());
        }
    }

    /** Whether somebody states a program's time instead of counting it: then its performer is stated too. */
    private static boolean stated(CodeRule rule, Proposal proposal) {
        return OF_A_PROGRAM.contains(rule.timeFact()) && seconds(proposal, rule.timeFact()) > seconds(proposal, POOLED);
    }

    private static long needed(Line line) {
        return line.rule().addsTo().isPresent()
                ? line.rule().floor() + line.units() * line.rule().each()
                : line.rule().floor();
    }

    private static long seconds(Proposal proposal, String fact) {
        String text = proposal.facts().getOrDefault(fact, "0");
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }
}

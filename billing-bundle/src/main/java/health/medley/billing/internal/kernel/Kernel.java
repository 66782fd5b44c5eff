package health.medley.billing.internal.kernel;

import health.medley.billing.internal.kernel.Proposal.Line;
import health.medley.billing.internal.plan.RuleClause;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.billing.Status;
import health.medley.core.practice.OtherCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Hold what must be true of every bill, whatever a rule says. A proposal that breaks it is stopped, and the finding
 * names the rule. Without state; safe for concurrent use.
 */
public final class Kernel {
    /** Fact that a service is not in the set of services chosen for the month, with the reason. */
    public static final String OUTSIDE_THE_SET = "outside_the_set";

    private final Map<String, String> families;

    /** Make a kernel for a rule set's own codes, each with its family. */
    public Kernel(Map<String, String> families) {
        this.families = Map.copyOf(families);
    }

    /**
     * What the kernel says to a proposal.
     *
     * @param status the status it leaves
     * @param findings one for each thing that is broken
     */
    public record Ruling(Status status, List<Finding> findings) {}

    /** Look at a proposal. */
    public Ruling rule(Proposal proposal) {
        if (proposal.lines().isEmpty() || proposal.status() == Status.NO_BILL) {
            return new Ruling(proposal.status(), List.of());
        }
        List<Finding> broken = new ArrayList<>();
        consent(proposal, broken);
        set(proposal, broken);
        life(proposal, broken);
        families(proposal, broken);
        bases(proposal, broken);
        for (Line line : proposal.lines()) {
            units(line, broken);
            validity(line, proposal, broken);
        }
        KernelTime.check(proposal, broken);
        Status status = proposal.status();
        for (Finding finding : broken) {
            Status asks = finding.outcome() == Outcome.FAILED ? Status.NO_BILL : Status.HOLD;
            status = asks.compareTo(status) > 0 ? asks : status;
        }
        return new Ruling(status, broken);
    }

    private static void consent(Proposal proposal, List<Finding> broken) {
        Optional<LocalDate> consent = day(proposal, "consent_date");
        Optional<LocalDate> end = day(proposal, "month_end");
        Optional<LocalDate> start = day(proposal, "month_start");
        Optional<LocalDate> revoked = day(proposal, "consent_revoked_date");
        boolean late = consent.isPresent() && end.isPresent() && consent.get().isAfter(end.get());
        boolean gone = revoked.isPresent() && start.isPresent() && revoked.get().isBefore(start.get());
        if (consent.isEmpty() || late || gone) {
            add(broken, "KERNEL_CONSENT", Outcome.FAILED, "Nothing is billed without a consent that stands.", proposal);
        }
    }

    /** A service that lost its place in the month's lawful set bills nothing, even if its rules alone would. */
    private static void set(Proposal proposal, List<Finding> broken) {
        String why = proposal.facts().getOrDefault(OUTSIDE_THE_SET, "");
        if (!why.isEmpty()) {
            broken.add(new Finding(
                    why,
                    Outcome.FAILED,
                    "Another service of the month goes before this one.",
                    Map.of(OUTSIDE_THE_SET, why),
                    Optional.empty(),
                    Optional.of("Without the other service this one could be billed.")));
        }
    }

    private static void life(Proposal proposal, List<Finding> broken) {
        Optional<LocalDate> death = day(proposal, "death");
        if (death.isPresent() && proposal.dateOfService().isAfter(death.get())) {
            add(
                    broken,
                    "KERNEL_DEATH",
                    Outcome.HOLD,
                    "Nothing is billed for a day after the patient's death.",
                    proposal);
        }
    }

    private void families(Proposal proposal, List<Finding> broken) {
        Set<String> inFamilies = proposal.lines().stream()
                .map(line -> line.rule().family())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> billed =
                proposal.lines().stream().map(line -> line.rule().code()).collect(Collectors.toSet());
        otherOwn(proposal).forEach(code -> inFamilies.add(families.get(code)));
        if (inFamilies.size() > 1) {
            add(
                    broken,
                    "KERNEL_ONE_FAMILY",
                    Outcome.HOLD,
                    "One family of codes is billed for a patient's month.",
                    proposal);
        }
        if (otherOwn(proposal).stream().anyMatch(billed::contains)) {
            add(
                    broken,
                    "KERNEL_TWICE",
                    Outcome.HOLD,
                    "A code already on a claim for the month is not billed again.",
                    proposal);
        }
    }

    private Set<String> otherOwn(Proposal proposal) {
        Set<String> codes = new TreeSet<>();
        for (String text : proposal.claimed().split(";")) {
            if (!text.isBlank()) {
                OtherCode other = OtherCode.parse(text.strip());
                if (other.practitioner().equals(OtherCode.US) && families.containsKey(other.code())) {
                    codes.add(other.code());
                }
            }
        }
        return codes;
    }

    private static boolean alreadyBilled(Proposal proposal) {
        return "Y".equals(proposal.facts().get("base_billed"))
                || "Y".equals(proposal.facts().get("base_paid"));
    }

    private static void bases(Proposal proposal, List<Finding> broken) {
        Set<String> codes =
                proposal.lines().stream().map(line -> line.rule().code()).collect(Collectors.toSet());
        for (Line line : proposal.lines()) {
            Optional<String> base = line.rule().addsTo();
            if (base.isPresent() && !codes.contains(base.get()) && !alreadyBilled(proposal)) {
                add(
                        broken,
                        "KERNEL_BASE",
                        Outcome.HOLD,
                        "An add-on goes only with its base.",
                        line.rule().clauses().addsTo());
            }
        }
    }

    private static void units(Line line, List<Finding> broken) {
        if (line.units() < 1 || line.units() > line.rule().cap()) {
            add(
                    broken,
                    "KERNEL_UNITS",
                    Outcome.HOLD,
                    "Units are between 1 and the code's cap.",
                    line.rule().clauses().units());
        }
    }

    private static void validity(Line line, Proposal proposal, List<Finding> broken) {
        if (!line.rule().validOn(proposal.dateOfService())) {
            add(
                    broken,
                    "KERNEL_VALID",
                    Outcome.FAILED,
                    "A code is billed only for days on which it is valid.",
                    line.rule().clauses().valid());
        }
    }

    private static void add(List<Finding> broken, String code, Outcome outcome, String sentence, Proposal proposal) {
        add(
                broken,
                code,
                outcome,
                sentence,
                proposal.lines().get(0).rule().clauses().valid());
    }

    static void add(List<Finding> broken, String code, Outcome outcome, String sentence, RuleClause clause) {
        broken.add(new Finding(
                code,
                outcome,
                sentence + " The rules propose otherwise at " + clause.place() + ".",
                Map.of(),
                Optional.of(clause.clause()),
                Optional.of("Mend the rule set.")));
    }

    private static Optional<LocalDate> day(Proposal proposal, String fact) {
        String text = proposal.facts().get(fact);
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            // a day nobody can read is as good as none
            return Optional.empty();
        }
    }
}

package health.medley.billing.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Find rules in the library, or take those that are given for their program and months. For one caller's call. */
final class LibraryRules implements CaseRules {
    private static final String JUDGES = "judges:";

    private final Caller caller;
    private final RuleLibrary library;
    private final PlanCache plans;
    private final Optional<RuleSet> given;
    private final boolean onlyGiven;
    private final Map<String, String> parameters;

    /**
     * Find rules.
     *
     * @param given rules to use instead of the installed ones for their program and months
     * @param onlyGiven whether what is declared has no rules but the given ones
     */
    LibraryRules(Caller caller, RuleLibrary library, PlanCache plans, Optional<RuleSet> given, boolean onlyGiven) {
        this(caller, library, plans, given, onlyGiven, Map.of());
    }

    private LibraryRules(
            Caller caller,
            RuleLibrary library,
            PlanCache plans,
            Optional<RuleSet> given,
            boolean onlyGiven,
            Map<String, String> parameters) {
        this.caller = caller;
        this.library = library;
        this.plans = plans;
        this.given = given;
        this.onlyGiven = onlyGiven;
        this.parameters = parameters;
    }

    @Override
    public CaseRules with(Map<String, String> set) {
        return new LibraryRules(caller, library, plans, given, onlyGiven, Map.copyOf(set));
    }

    /** The rule set of a program and month; empty if none covers both, or two do. */
    Optional<RuleSet> find(String program, ServiceMonth month) {
        Optional<RuleSet> own = given.filter(rules -> rules.covers(program, month));
        if (own.isPresent()) {
            return own;
        }
        try {
            return Optional.of(library.find(caller, program, month));
        } catch (MedleyException e) {
            if (e.code().equals(ErrorCode.RULES_ABSENT)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<ProgramEvaluation> declared(String program, ServiceMonth month) {
        Optional<RuleSet> declared = onlyGiven && given.isPresent()
                ? given.filter(rules -> rules.covers(program, month))
                : find(program, month);
        return declared.map(rules -> plans.of(rules, parameters));
    }

    @Override
    public Optional<ProgramEvaluation> other(String program, ServiceMonth month) {
        return find(program, month).map(plans::of);
    }

    @Override
    public List<ProgramEvaluation> judging(Set<String> codes, ServiceMonth month, String not) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<ProgramEvaluation> judging = new ArrayList<>();
        for (String program : programs(month)) {
            if (!program.equals(not)) {
                find(program, month)
                        .filter(rules -> mayJudge(rules, codes))
                        .map(plans::of)
                        .filter(guest -> guest.rules().judges().stream().anyMatch(codes::contains))
                        .ifPresent(judging::add);
            }
        }
        return judging;
    }

    private Set<String> programs(ServiceMonth month) {
        Set<String> programs = new TreeSet<>();
        given.ifPresent(rules -> programs.add(rules.program()));
        if (onlyGiven && given.isPresent()) {
            // a rule set that is tried alone is not judged by what happens to be installed
            return programs;
        }
        programs.addAll(library.programs(caller, month));
        return programs;
    }

    /** A look at the text spares compiling the rules of every program. */
    private static boolean mayJudge(RuleSet rules, Set<String> codes) {
        String text = rules.files().getOrDefault("program.yaml", "");
        return text.contains(JUDGES) && codes.stream().anyMatch(text::contains);
    }
}

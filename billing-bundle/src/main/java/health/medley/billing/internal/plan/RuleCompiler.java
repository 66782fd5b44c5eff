package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.ErrorCode;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.rules.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compile a rule set into a plan for each of its services, or say everything that is wrong with it. */
public final class RuleCompiler {
    private RuleCompiler() {}

    /**
     * Compile the first service of a rule set, with the values its files give.
     *
     * @throws MedleyException {@code RULES_INVALID} with the first mistake if the rule set does not compile
     */
    public static RulePlan compile(RuleSet rules) {
        return compileAll(rules, Map.of()).first();
    }

    /** Compile the first service; empty if something is wrong, which is noted in {@code problems}. */
    public static Optional<RulePlan> compile(RuleSet rules, RuleProblems problems) {
        return compileAll(rules, Map.of(), problems).map(RuleProgram::first);
    }

    /**
     * Compile every service of a rule set.
     *
     * @param rules the rule set
     * @param overrides values a practice sets for the rule set's parameters, by name; an amount of time with its unit
     * @throws MedleyException {@code RULES_INVALID} with the first mistake if it does not compile
     */
    public static RuleProgram compileAll(RuleSet rules, Map<String, String> overrides) {
        RuleProblems problems = new RuleProblems();
        return compileAll(rules, overrides, problems).orElseThrow(() -> invalid(rules, problems.all()));
    }

    /** Compile every service; empty if something is wrong, which is noted in {@code problems}. */
    public static Optional<RuleProgram> compileAll(
            RuleSet rules, Map<String, String> overrides, RuleProblems problems) {
        RuleFiles files = new RuleFiles(rules, problems);
        return problems.isEmpty() ? new ProgramCompiler(files, overrides).program() : Optional.empty();
    }

    private static MedleyException invalid(RuleSet rules, List<InputProblem> problems) {
        InputProblem first = problems.get(0);
        return new MedleyException(
                ErrorCode.RULES_INVALID,
                "Compiling " + rules.ref() + ": " + problems.size() + " mistakes, the first at " + first.place() + ": "
                        + first.problem() + " " + first.remedy());
    }
}

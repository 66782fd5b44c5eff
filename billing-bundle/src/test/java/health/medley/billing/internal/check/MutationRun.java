package health.medley.billing.internal.check;

import health.medley.billing.internal.FakePorts;
import health.medley.billing.internal.RuleBillingService;
import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.MedleyException;
import health.medley.core.Outcome;
import health.medley.core.billing.CaseRequest;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.CaseVerdict;
import health.medley.core.billing.RuleReport;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Try every mutant of one rule set against the rule set's own cases. One thread's own. */
final class MutationRun {
    private static final String CASES = "cases.csv";
    private static final int DEAR = 1000;

    private final RuleBillingService billing = FakePorts.billing();
    private final RuleSet rules;
    private final List<Case> cases = new ArrayList<>();
    private final Set<String> crashes = new TreeSet<>();

    /** A case that matches as the rules are, and the words it is about. */
    private record Case(CaseRow row, Set<String> words, Set<String> parameters) {
        /** A case under parameters of its own costs a compilation, so it goes last, but for a mutant about them. */
        int shares(Set<String> about) {
            int shared = (int) about.stream().filter(words::contains).count();
            return parameters.isEmpty() || about.stream().anyMatch(parameters::contains) ? shared : shared - DEAR;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * What became of the mutants of a rule set.
     *
     * @param name of the rule set
     * @param broken what is wrong with the rule set as it is; its failing cases kill no mutant
     * @param mutants how many values were changed
     * @param refused how many of them did not compile
     * @param uncovered those no case noticed
     * @param crashes what the engine threw instead of refusing a rule set in words
     * @param seconds how long it took
     */
    record Report(
            String name,
            List<String> broken,
            int mutants,
            int refused,
            List<Mutant> uncovered,
            Set<String> crashes,
            double seconds) {
        @Override
        public String toString() {
            return "%-14s %5d values changed, %4d refused, %4d not covered, %.1f s%s%s"
                    .formatted(
                            name,
                            mutants,
                            refused,
                            uncovered.size(),
                            seconds,
                            broken.isEmpty() ? "" : ", " + broken.size() + " MISTAKES AS IT IS",
                            crashes.isEmpty() ? "" : ", the engine threw " + crashes);
        }
    }

    MutationRun(RuleSet rules) {
        this.rules = rules;
    }

    Report run() {
        long start = System.nanoTime();
        List<String> broken = baseline();
        List<Mutant> mutants = cases.isEmpty() ? List.of() : RuleMutations.of(rules);
        List<Mutant> uncovered = new ArrayList<>();
        int refused = 0;
        for (Mutant mutant : mutants) {
            Optional<RuleSet> compiled = compiled(mutant);
            if (compiled.isEmpty()) {
                refused++;
            } else if (!noticed(compiled.get(), mutant)) {
                uncovered.add(mutant);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Report(rules.ref().name(), broken, mutants.size(), refused, uncovered, crashes, seconds);
    }

    /** Keep the cases that match as the rules are; the others are mistakes. */
    private List<String> baseline() {
        List<String> broken = new ArrayList<>();
        RuleReport report = billing.check(FakePorts.CALLER, rules);
        report.problems().forEach(problem -> broken.add(problem.place() + " " + problem.problem()));
        String text = rules.files().getOrDefault(CASES, "");
        Map<Long, CaseRow> rows = new HashMap<>();
        CsvTable.read(CASES, text, new RuleProblems())
                .rows()
                .forEach(row -> rows.put((long) row.line(), new CaseRow(row.line(), row.columns())));
        for (CaseResult result : report.cases()) {
            if (result.verdict() == CaseVerdict.MATCH) {
                CaseRow row = rows.get(result.line());
                cases.add(new Case(row, words(row, result), parameters(row)));
            } else if (result.verdict() != CaseVerdict.DOUBTFUL) {
                broken.add(CASES + ":" + result.line() + " " + result.id() + " " + result.verdict() + " "
                        + result.problems().stream()
                                .map(problem -> problem.problem())
                                .toList());
            }
        }
        return broken;
    }

    /** What a case is about: its cells, the facts made of them, and what was found. */
    private static Set<String> words(CaseRow row, CaseResult result) {
        Set<String> words = new HashSet<>();
        row.columns().values().forEach(cell -> words.addAll(List.of(cell.split("[;=@+]|x\\d"))));
        result.determination().ifPresent(answer -> {
            words.addAll(answer.facts().keySet());
            answer.findings().stream()
                    .filter(finding -> finding.outcome() != Outcome.MET)
                    .forEach(finding -> words.add(finding.code()));
        });
        return words;
    }

    private static Set<String> parameters(CaseRow row) {
        Set<String> names = new HashSet<>();
        for (String fact : row.columns().getOrDefault("extra_facts", "").split(";")) {
            if (fact.startsWith("parameter:")) {
                names.add(fact.substring("parameter:".length(), fact.indexOf('=')));
            }
        }
        return names;
    }

    private Optional<RuleSet> compiled(Mutant mutant) {
        for (String text : mutant.texts()) {
            Map<String, String> files = new TreeMap<>(rules.files());
            files.put(mutant.file(), text);
            RuleSet changed = RuleSet.of(
                    rules.ref().name(), rules.ref().version(), rules.program(), rules.from(), rules.to(), files);
            if (compiles(changed)) {
                return Optional.of(changed);
            }
        }
        return Optional.empty();
    }

    private boolean compiles(RuleSet changed) {
        try {
            evaluate(changed, cases.get(0).row());
            return true;
        } catch (MedleyException e) {
            return false;
        } catch (RuntimeException e) {
            crashes.add(e.toString());
            return false;
        }
    }

    /** Whether a case notices; those that share most words with the mutant, then the last that noticed, go first. */
    private boolean noticed(RuleSet changed, Mutant mutant) {
        List<Case> order = new ArrayList<>(cases);
        Map<Case, Integer> shared = new HashMap<>();
        order.forEach(one -> shared.put(one, one.shares(mutant.about())));
        order.sort(Comparator.comparingInt(one -> -shared.get(one)));
        for (Case one : order) {
            if (differs(changed, one)) {
                cases.remove(one);
                cases.add(0, one);
                return true;
            }
        }
        return false;
    }

    /** Whether a case's answer differs, or the rules are refused under the case's own parameters. */
    private boolean differs(RuleSet changed, Case one) {
        try {
            return evaluate(changed, one.row()).verdict() != CaseVerdict.MATCH;
        } catch (MedleyException e) {
            return true;
        }
    }

    private CaseResult evaluate(RuleSet changed, CaseRow row) {
        CaseRequest request = new CaseRequest(CASES, List.of(row), Optional.of(changed));
        return billing.evaluate(FakePorts.CALLER, request).get(0);
    }
}

package health.medley.eligibility.internal;

import health.medley.core.Clause;
import health.medley.core.MedleyException;
import health.medley.core.rules.RuleSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Hold what a rule set says about eligibility, read from the {@code parameters} of its {@code eligibility.yaml}:
 *
 * <pre>
 * parameters:
 *   minimum-conditions: {value: N, unit: conditions, source: ..., from: DATE}
 *   visit-window: {value: N, unit: years, source: ...}
 *   visit-codes: {accepted: [A, B], refused: [C], source: ...}
 *   consent-items: {values: [one, other], source: ...}
 * </pre>
 *
 * @param minimumConditions how many chronic diseases the program needs at least
 * @param visitWindowYears how many years before the consent an initiating visit counts
 * @param visitCodes which visits may start the program
 * @param consentItems what a patient must have been told; none where the rules do not say
 */
record EligibilityParameters(
        Parameter<Integer> minimumConditions,
        Parameter<Integer> visitWindowYears,
        Parameter<VisitCodes> visitCodes,
        Set<String> consentItems) {

    /** The file of a rule set that holds them. */
    static final String FILE = "eligibility.yaml";

    private static final String PARAMETERS = "parameters";

    /** Check that no part is null. */
    EligibilityParameters {
        Objects.requireNonNull(minimumConditions, "minimumConditions");
        Objects.requireNonNull(visitWindowYears, "visitWindowYears");
        Objects.requireNonNull(visitCodes, "visitCodes");
        consentItems = Set.copyOf(consentItems);
    }

    /**
     * Read the parameters of a rule set.
     *
     * @throws MedleyException {@code RULES_INVALID}, with file, line and column, if they are not there or not in form
     */
    static EligibilityParameters of(RuleSet rules) {
        RuleFile file = RuleFile.open(rules, FILE);
        RuleFile.Entry parameters = file.root().entry(PARAMETERS);
        return new EligibilityParameters(
                number(parameters.entry("minimum-conditions"), "conditions"),
                number(parameters.entry("visit-window"), "years"),
                visitCodes(parameters.entry("visit-codes")),
                consentItems(parameters));
    }

    private static Parameter<Integer> number(RuleFile.Entry entry, String unit) {
        entry.entry("unit").expect(unit);
        return new Parameter<>(entry.entry("value").wholeNumber(), clause(entry));
    }

    private static Parameter<VisitCodes> visitCodes(RuleFile.Entry entry) {
        Set<String> accepted = new HashSet<>(entry.entry("accepted").texts());
        Set<String> refused = entry.find("refused")
                .<Set<String>>map(codes -> new HashSet<>(codes.texts()))
                .orElse(Set.of());
        return new Parameter<>(new VisitCodes(accepted, refused), clause(entry));
    }

    private static Set<String> consentItems(RuleFile.Entry parameters) {
        return parameters
                .find("consent-items")
                .<Set<String>>map(entry -> new HashSet<>(entry.entry("values").texts()))
                .orElse(Set.of());
    }

    private static Clause clause(RuleFile.Entry entry) {
        String from = entry.find("from").map(RuleFile.Entry::text).orElse("");
        return new Clause(FILE, entry.path(), entry.entry("source").text(), from);
    }
}

package health.medley.eligibility.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSet;
import health.medley.core.rules.RuleSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A rule library that holds one rule set of a program called {@code ccm} for 2023 to 2026. */
final class TestRules implements RuleLibrary {
    static final Caller CALLER = Caller.of("test", "p1", Role.HOST, "screening");

    static final String ELIGIBILITY = """
            parameters:
              minimum-conditions: {value: 2, unit: conditions, from: 2015-01-01, source: A booklet}
              visit-window: {value: 1, unit: years, from: 2017-01-01, source: A contractor}
              visit-codes:
                accepted: ["99213", "99214", G0439]
                refused: ["99211"]
                source: Another contractor
              consent-items: {values: [availability, right-to-stop], unit: items told, source: A contractor}
            requirements:
              - name: read by others
            """;

    private final RuleSet rules;

    private TestRules(RuleSet rules) {
        this.rules = rules;
    }

    static TestRules usual() {
        return with(ELIGIBILITY);
    }

    static TestRules with(String eligibility) {
        return new TestRules(set(eligibility));
    }

    static RuleSet set(String eligibility) {
        return RuleSet.of(
                "ccm-test",
                "1.0.0",
                "ccm",
                ServiceMonth.parse("2023-01"),
                ServiceMonth.parse("2026-12"),
                Map.of("eligibility.yaml", eligibility));
    }

    static EligibilityParameters parameters() {
        return EligibilityParameters.of(set(ELIGIBILITY));
    }

    @Override
    public RuleSet find(Caller caller, String program, ServiceMonth month) {
        if (!rules.covers(program, month)) {
            throw new MedleyException(ErrorCode.RULES_ABSENT, "Looking for rules: none cover the program and month.");
        }
        return rules;
    }

    @Override
    public List<String> programs(Caller caller, ServiceMonth month) {
        return rules.covers(rules.program(), month) ? List.of(rules.program()) : List.of();
    }

    @Override
    public List<RuleSummary> list(Caller caller) {
        return List.of(new RuleSummary(rules.ref(), rules.program(), rules.from(), rules.to(), true, "Always."));
    }

    @Override
    public RuleSet read(Caller caller, Path archive) {
        throw new MedleyException(ErrorCode.FILE_UNREADABLE, "Reading rules: this library reads no files.");
    }
}

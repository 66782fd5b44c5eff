package health.medley.benchmarks.engine;

import health.medley.billing.internal.plan.RuleCompiler;
import health.medley.billing.internal.plan.RulePlan;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The workload's rules in Medley's rule language, compiled by Medley's own compiler. */
public final class WorkloadRules {

    private static final List<String> OF_BOTH_YEARS = List.of(
            "eligibility.yaml",
            "reasons.yaml",
            "codes/99437.yaml",
            "codes/99439.yaml",
            "codes/99487.yaml",
            "codes/99489.yaml",
            "codes/99490.yaml",
            "codes/99491.yaml");

    private static final List<String> OF_ONE_YEAR = List.of("program.yaml", "conflicts.yaml", "fees.csv");

    private WorkloadRules() {}

    /** The rule set of 2024 or 2025. */
    public static RuleSet of(int year) {
        Map<String, String> files = new TreeMap<>();
        OF_BOTH_YEARS.forEach(file -> files.put(file, text(file)));
        OF_ONE_YEAR.forEach(file -> files.put(file, text(year + "/" + file)));
        return RuleSet.of(
                "workload-" + year,
                "1.0.0",
                "workload",
                ServiceMonth.parse(year + "-01"),
                ServiceMonth.parse(year + "-12"),
                files);
    }

    /** The compiled rules of 2024 or 2025. */
    public static RulePlan plan(int year) {
        return RuleCompiler.compile(of(year));
    }

    private static String text(String file) {
        try (InputStream in = WorkloadRules.class.getResourceAsStream("workload/" + file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "Reading the workload's rules: expected " + file + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Reading " + file + " of the workload's rules failed", e);
        }
    }
}

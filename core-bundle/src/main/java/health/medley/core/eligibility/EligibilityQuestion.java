package health.medley.core.eligibility;

import health.medley.core.ServiceMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.practice.Enrollment;
import health.medley.core.rules.RuleSet;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ask whether a patient qualifies for a program in a month.
 *
 * @param program the program, for example {@code ccm}
 * @param month the month in which the care was given
 * @param chart the patient's chart
 * @param enrollment the patient's enrollment; empty to screen a patient who is not enrolled
 * @param chronicOverrides the practice's own word on codes, {@code true} for chronic, by {@code SNOMED:code} or
 *     {@code ICD10CM:code}; goes before the platform's list
 * @param rules the rules to use; empty for the installed rules of the program and month
 */
public record EligibilityQuestion(
        String program,
        ServiceMonth month,
        PatientChart chart,
        Optional<Enrollment> enrollment,
        Map<String, Boolean> chronicOverrides,
        Optional<RuleSet> rules) {
    /** Copy the overrides, ordered by code. */
    public EligibilityQuestion {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(enrollment, "enrollment");
        chronicOverrides = Collections.unmodifiableMap(new TreeMap<>(chronicOverrides));
        Objects.requireNonNull(rules, "rules");
    }

    /** Ask by the installed rules of the program and month. */
    public EligibilityQuestion(
            String program,
            ServiceMonth month,
            PatientChart chart,
            Optional<Enrollment> enrollment,
            Map<String, Boolean> chronicOverrides) {
        this(program, month, chart, enrollment, chronicOverrides, Optional.empty());
    }
}

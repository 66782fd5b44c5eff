package health.medley.core.chart;

import java.util.Objects;

/**
 * Hold one code of a concept.
 *
 * @param system the code system's URI, for example {@code http://snomed.info/sct}
 * @param code the code
 */
public record ChartCode(String system, String code) {
    /** Check that no part is null. */
    public ChartCode {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(code, "code");
    }
}

package health.medley.eligibility.internal;

import health.medley.core.chart.ChartCode;
import java.util.Locale;
import java.util.Optional;

/** The code systems in which the platform judges conditions. */
enum CodeSystem {
    /** SNOMED CT. */
    SNOMED("http://snomed.info/sct"),
    /** ICD-10-CM. */
    ICD10CM("http://hl7.org/fhir/sid/icd-10-cm");

    private static final int CATEGORY_LENGTH = 3;

    private final String uri;

    CodeSystem(String uri) {
        this.uri = uri;
    }

    /** The system of a code; empty for one that says nothing about a condition here. */
    static Optional<CodeSystem> of(ChartCode code) {
        for (CodeSystem system : values()) {
            if (system.uri.equals(code.system())) {
                return Optional.of(system);
            }
        }
        return Optional.empty();
    }

    /** The system of this name; empty if there is none. */
    static Optional<CodeSystem> named(String name) {
        for (CodeSystem system : values()) {
            if (system.name().equals(name)) {
                return Optional.of(system);
            }
        }
        return Optional.empty();
    }

    /** A code in the one form compared: ICD-10-CM in capitals with its dot, which some charts leave out. */
    String normal(String code) {
        String trimmed = code.strip();
        if (this == SNOMED) {
            return trimmed;
        }
        String bare = trimmed.replace(".", "").toUpperCase(Locale.ROOT);
        return bare.length() <= CATEGORY_LENGTH
                ? bare
                : bare.substring(0, CATEGORY_LENGTH) + "." + bare.substring(CATEGORY_LENGTH);
    }

    /** A code with its system, as in evidence and overrides: {@code ICD10CM:E11.9}. */
    String key(String code) {
        return name() + ":" + normal(code);
    }
}

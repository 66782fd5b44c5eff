package health.medley.billing.internal.plan;

import java.util.List;
import java.util.Set;

/**
 * A value by name.
 *
 * @param values the values; one for a single value
 * @param unit the unit of a single value
 * @param single whether it is a single value
 */
record Parameter(List<String> values, String unit, boolean single) {
    /** The values of a parameter that is yes or no. */
    static final Set<String> FLAGS = Set.of("yes", "no");

    /** Copy the values. */
    Parameter {
        values = List.copyOf(values);
    }

    static Parameter one(String value, String unit) {
        return new Parameter(List.of(value), unit, true);
    }

    /** Whether it is yes or no. */
    boolean flag() {
        return single && FLAGS.contains(values.get(0));
    }

    static Parameter list(List<String> values) {
        return new Parameter(values, "", false);
    }

    /** The value with its unit, as the kind of fact it is compared with writes it. */
    String text(FactKind kind) {
        boolean measured = kind == FactKind.COUNT || kind == FactKind.TIME;
        return measured && !unit.isEmpty() ? values.get(0) + " " + unit : values.get(0);
    }
}

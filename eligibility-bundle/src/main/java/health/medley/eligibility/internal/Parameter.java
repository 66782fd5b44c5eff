package health.medley.eligibility.internal;

import health.medley.core.Clause;
import java.util.Objects;

/**
 * Hold a value the rules set, with the clause that sets it.
 *
 * @param value the value
 * @param clause where the rules set it, and their source
 */
record Parameter<T>(T value, Clause clause) {
    /** Check that no part is null. */
    Parameter {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(clause, "clause");
    }
}

package health.medley.itests.house.planted;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;

/** Planted: a contract must not be generic. */
@Contract(Cardinality.SINGLE)
public interface Generic<T> {
    String ask(Caller caller, T what);
}

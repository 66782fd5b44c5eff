package health.medley.itests.house.planted;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;

/** Planted: a contract must be public. */
@Contract(Cardinality.SINGLE)
interface Hidden {
    String ask(Caller caller);
}

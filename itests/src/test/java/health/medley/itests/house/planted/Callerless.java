package health.medley.itests.house.planted;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;

/** Planted: every method must take the caller first. */
@Contract(Cardinality.SINGLE)
public interface Callerless {
    String nobody();

    String second(String what, Caller caller);

    String right(Caller caller, String what);
}

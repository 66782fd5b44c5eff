package health.medley.itests.house.planted;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;

/** Planted: a contract must not be sealed. */
@Contract(Cardinality.SINGLE)
public sealed interface Sealed permits Sealed.Only {
    String ask(Caller caller);

    /** The only one. */
    record Only(String answer) implements Sealed {
        @Override
        public String ask(Caller caller) {
            return answer;
        }
    }
}

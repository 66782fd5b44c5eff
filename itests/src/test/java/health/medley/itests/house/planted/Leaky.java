package health.medley.itests.house.planted;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Planted: nothing that a method returns may outlive the call. */
@Contract(Cardinality.SINGLE)
public interface Leaky {
    Stream<String> stream(Caller caller);

    List<Iterator<String>> hidden(Caller caller);

    Future<String> future(Caller caller);

    Leaky contract(Caller caller);

    byte[] array(Caller caller);

    Clock zone(Caller caller);

    Map<String, Optional<LocalDate>> right(Caller caller);

    Money alsoRight(Caller caller);

    <R> R ofAReader(Caller caller, Supplier<R> reader);
}

package health.medley.switchboard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Origin;
import health.medley.core.RoutingPin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingRaceTest {
    private final Routing routing = new Routing(() -> 0L, () -> {});

    private Generation route(String version) {
        PortKey key = new PortKey(Greeter.class.getName(), "main");
        Generation generation =
                new Generation(routing.nextGeneration(), key, new Origin("p", version, ""), null, new Object());
        routing.replace(Map.of(0, generation), null);
        return generation;
    }

    /** The invariant of the counting: whoever has entered never sees its generation retired. */
    @Test
    void noGenerationIsRetiredUnderACallWhileTwoCallersRace() throws Exception {
        Set<Generation> retired = ConcurrentHashMap.newKeySet();
        AtomicBoolean done = new AtomicBoolean();
        route("0");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int stripe = i;
            callers.add(threads.submit(() -> call(retired, done, stripe)));
        }
        for (int swap = 1; swap <= 20_000; swap++) {
            route(Integer.toString(swap));
            retired.addAll(routing.retire());
        }
        done.set(true);
        for (Future<Integer> caller : callers) {
            assertEquals(0, caller.get());
        }
        threads.shutdown();
        retired.addAll(routing.retire());
        assertEquals(20_000, retired.size());
    }

    private int call(Set<Generation> retired, AtomicBoolean done, int stripe) {
        int wrong = 0;
        while (!done.get()) {
            Route outer = routing.enter(0, stripe);
            Route nested = routing.enter(outer.table().pin(), 0, stripe);
            if (retired.contains(outer.generation()) || nested.generation() != outer.generation()) {
                wrong++;
            }
            routing.leave(nested, stripe);
            routing.leave(outer, stripe);
        }
        return wrong;
    }

    /** Whoever keeps a pin beyond its call either comes in, and then keeps the routing, or is refused. */
    @Test
    void aKeptPinNeverEntersARoutingThatIsRetired() throws Exception {
        Set<Generation> retired = ConcurrentHashMap.newKeySet();
        AtomicBoolean done = new AtomicBoolean();
        route("0");
        ExecutorService threads = Executors.newFixedThreadPool(1);
        Future<Integer> caller = threads.submit(() -> callWithKeptPins(retired, done));
        for (int swap = 1; swap <= 40_000; swap++) {
            route("1");
            retired.addAll(routing.retire());
        }
        done.set(true);
        assertEquals(0, caller.get());
        threads.shutdown();
    }

    private int callWithKeptPins(Set<Generation> retired, AtomicBoolean done) {
        int wrong = 0;
        while (!done.get()) {
            RoutingTable table = routing.current();
            while (!table.replaced() && !done.get()) {
                Thread.onSpinWait();
            }
            Route route = enterOrBeRefused(table.pin());
            if (route != null) {
                for (int spin = 0; spin < 100; spin++) {
                    Thread.onSpinWait();
                }
                wrong += retired.contains(route.generation()) ? 1 : 0;
                routing.leave(route, 0);
            }
        }
        return wrong;
    }

    private @Nullable Route enterOrBeRefused(RoutingPin pin) {
        try {
            return routing.enter(pin, 0, 0);
        } catch (MedleyException e) {
            assertEquals(ErrorCode.PIN_INVALID, e.code());
            return null;
        }
    }
}

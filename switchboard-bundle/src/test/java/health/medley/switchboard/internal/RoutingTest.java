package health.medley.switchboard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Origin;
import health.medley.core.Role;
import health.medley.core.RoutingPin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private final AtomicInteger woken = new AtomicInteger();
    private final Routing routing = new Routing(() -> 0L, woken::incrementAndGet);

    private Generation generation(String version) {
        PortKey key = new PortKey(Greeter.class.getName(), "main");
        return new Generation(routing.nextGeneration(), key, new Origin("p", version, ""), null, new Object());
    }

    private Generation route(String version) {
        Generation generation = generation(version);
        routing.replace(Map.of(0, generation), null);
        return generation;
    }

    private void empty() {
        Map<Integer, @Nullable Generation> nobody = new HashMap<>();
        nobody.put(0, null);
        routing.replace(nobody, null);
    }

    private static ErrorCode codeOf(Runnable work) {
        return assertThrows(MedleyException.class, work::run).code();
    }

    @Test
    void anEmptyPortIsEnteredByNobody() {
        assertNull(routing.enter(0, 0));
        route("1");
        assertNotNull(routing.enter(0, 0));
    }

    @Test
    void aReplacedGenerationStaysUntilItsLastCallLeaves() {
        Generation old = route("1");
        Route entered = routing.enter(0, 0);
        route("2");
        assertEquals(List.of(), routing.retire().stream().filter(old::equals).toList());
        int before = woken.get();
        routing.leave(entered, 0);
        assertEquals(before + 1, woken.get());
        assertEquals(List.of(old), routing.retire());
        assertEquals(List.of(), routing.retire());
    }

    @Test
    void aLeaveInAnotherStripeThanTheEntryCountsTheSame() {
        Generation old = route("1");
        Route entered = routing.enter(0, 1);
        route("2");
        routing.leave(entered, 3);
        assertEquals(List.of(old), routing.retire());
    }

    @Test
    void aLeaseKeepsEverythingItsTableNames() {
        Generation old = route("1");
        LeasedRouting lease = new LeasedRouting(routing, Caller.of("a", "b", Role.HOST, "c"));
        route("2");
        routing.retire();
        Route pinned = routing.enter(lease.caller().pin(), 0, 0);
        assertSame(old, pinned.generation());
        assertEquals("2", routing.enter(0, 0).generation().origin().version());
        routing.leave(pinned, 0);
        assertEquals(List.of(), routing.retire());
        lease.close();
        lease.close();
        assertEquals(List.of(old), routing.retire());
        assertEquals(
                ErrorCode.PIN_INVALID, codeOf(() -> routing.enter(lease.caller().pin(), 0, 0)));
    }

    @Test
    void aLeaseOfAPinnedCallerLeasesTheSameRoutingOnceMore() {
        Generation old = route("1");
        LeasedRouting outer = new LeasedRouting(routing, Caller.of("a", "b", Role.HOST, "c"));
        route("2");
        LeasedRouting inner = new LeasedRouting(routing, outer.caller());
        outer.close();
        routing.retire();
        assertSame(old, routing.enter(inner.caller().pin(), 0, 0).generation());
    }

    @Test
    void aPinOfAnotherPlatformIsRefused() {
        Routing other = new Routing(() -> 0L, () -> {});
        assertEquals(
                ErrorCode.PIN_INVALID,
                codeOf(() -> routing.enter(other.current().pin(), 0, 0)));
        RoutingPin forged = () -> 1;
        assertEquals(ErrorCode.PIN_INVALID, codeOf(() -> routing.enter(forged, 0, 0)));
    }

    @Test
    void aRetiredTableHoldsNothingAlive() {
        route("1");
        RoutingTable table = routing.current();
        route("2");
        routing.retire();
        assertEquals(List.of(), table.entries());
    }

    @Test
    void aGenerationThatTheNextTableNamesTooIsKept() {
        Generation same = route("1");
        routing.replace(Map.of(1, generation("other")), null);
        assertEquals(List.of(), routing.retire());
        assertSame(same, routing.enter(0, 0).generation());
    }

    @Test
    void whatWentThroughAPortIsCountedAcrossTables() {
        route("1");
        Route first = routing.enter(0, 0);
        first.calls().fail(0);
        routing.leave(first, 0);
        route("2");
        routing.retire();
        routing.enter(0, 5);
        assertEquals(new Tally(1, 1, 1), routing.tally(0));
        empty();
        assertEquals(new Tally(1, 1, 1), routing.tally(0));
    }

    @Test
    void aClosedRoutingNamesNobody() {
        route("1");
        routing.close();
        assertNull(routing.enter(0, 0));
        assertEquals(true, routing.shut());
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

    @Test
    void aTableThatIsStillCurrentIsNeverRetired() {
        Generation now = route("1");
        assertFalse(routing.retire().contains(now));
        assertFalse(routing.current().closed());
    }
}

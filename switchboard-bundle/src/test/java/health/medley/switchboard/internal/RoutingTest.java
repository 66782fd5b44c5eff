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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    @Test
    void aTableThatIsStillCurrentIsNeverRetired() {
        Generation now = route("1");
        assertFalse(routing.retire().contains(now));
        assertFalse(routing.current().closed());
    }
}
